import * as contracts from '@cartwheel/contracts';
import { contractRoutes } from '../../contract-routes.ts';
import { type OperationId, routeOf } from './operations.ts';

it('finds every operation of the contract under its own id', () => {
  const exported = new Map<string, unknown>(Object.entries(contracts));
  for (const operation of contracts.operations) expect(exported.get(operation.id)).toBe(operation);
});

it('inlines method, path and openness of each operation', () => {
  const routes = JSON.parse(contractRoutes());
  expect(Object.keys(routes)).toHaveLength(contracts.operations.length);
  expect(routes.login).toEqual(['POST', '/auth/login', true]);
  expect(routeOf('getMe')).toEqual({ method: 'GET', path: '/auth/me', isPublic: false });
});

it('refuses an operation that does not exist', () => {
  expect(() => routeOf('flyToTheMoon' as OperationId)).toThrow('flyToTheMoon');
});
