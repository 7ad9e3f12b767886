import { type Operation, operations, problems } from '@cartwheel/contracts';
import { routesOf } from '../src/platform/http/routes.ts';
import { problemsOf } from '../src/platform/http/openapi.ts';
import { startApi } from './harness.ts';

const api = startApi();

interface Described {
  operationId: string;
  summary: string;
  'x-permission': string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content: Record<string, { schema: object; examples?: Examples }> }>;
}
type Examples = Record<string, { value: { code: string; status: number; title: string } }>;

interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
  security: Record<string, string[]>[];
}

const pathOf = ({ path }: Operation) => `/api/v1${path.replaceAll(/:(\w+)/g, '{$1}')}`;

async function fetchDocument(): Promise<Document> {
  const answer = await api.anybody().get('/api/openapi.json');
  expect([answer.status, answer.headers['content-type']]).toEqual([200, expect.stringContaining('application/json')]);
  return answer.body as Document;
}

/** All values of a key, however deep. */
function valuesOf(key: string, within: unknown): unknown[] {
  if (typeof within !== 'object' || within === null) return [];
  return Object.entries(within).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(key, value)]);
}

describe('every operation of the contracts', () => {
  it('has exactly one handler', () => {
    const handled = routesOf(api.app).map(({ operation }) => operation?.id);
    const missing = operations.filter(({ id }) => !handled.includes(id)).map(({ id }) => id);
    const doubled = handled.filter((id, index) => handled.indexOf(id) !== index);

    expect({ missing, doubled }).toEqual({ missing: [], doubled: [] });
  });

  it('is handled as it is declared: no route stands outside the contracts', () => {
    const foreign = routesOf(api.app).filter(({ operation }) => !operation || !operations.includes(operation));
    expect(foreign.map(({ name }) => name)).toEqual([]);
  });

  it('has an id of its own, and an address of its own', () => {
    const ids = operations.map(({ id }) => id);
    const addresses = operations.flatMap(({ method, path, aliases = [] }) =>
      [path, ...aliases].map((address) => `${method} ${address.replaceAll(/:\w+/g, ':')}`),
    );

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  it('describes every operation with id, summary, permission and the schema of its answer', async () => {
    const { paths } = await fetchDocument();
    for (const operation of operations) {
      const described = paths[pathOf(operation)]?.[operation.method.toLowerCase()];
      expect(described).toMatchObject({
        operationId: operation.id,
        summary: expect.stringMatching(/\S/),
        'x-permission': operation.permission,
      });
      const [answer] = Object.values(described?.responses[operation.status]?.content ?? {});
      expect([operation.id, Object.keys(answer?.schema ?? {}).length > 0]).toEqual([operation.id, true]);
      expect([operation.id, described?.requestBody !== undefined]).toEqual([
        operation.id,
        operation.body !== undefined,
      ]);
    }
  });

  it('shows an example of every problem an operation can answer', async () => {
    const { paths } = await fetchDocument();
    for (const operation of operations) {
      const described = paths[pathOf(operation)]?.[operation.method.toLowerCase()];
      for (const code of problemsOf(operation)) {
        const { status, title } = problems[code];
        const examples = described?.responses[status]?.content['application/problem+json']?.examples;
        expect([operation.id, examples?.[code]?.value]).toEqual([
          operation.id,
          expect.objectContaining({ code, status, title }),
        ]);
      }
    }
  });

  it('is OpenAPI 3.1 in structure', async () => {
    const { openapi, info, paths, components, security } = await fetchDocument();
    expect(openapi).toMatch(/^3\.1\.\d+$/);
    expect(info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    for (const scheme of security.flatMap(Object.keys)) expect(components.securitySchemes).toHaveProperty(scheme);
    for (const [path, methods] of Object.entries(paths)) {
      expect(path).toMatch(/^(\/([\w-]+|\{\w+\}))+$/);
      for (const [method, described] of Object.entries(methods)) {
        expect(method).toMatch(/^(get|post|put|patch|delete)$/);
        expectSound(path, described);
      }
    }
  });

  it('refers only to schemas that are in it', async () => {
    const document = await fetchDocument();
    const known = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));
    const lost = valuesOf('$ref', document).filter((reference) => !known.has(String(reference)));

    expect(lost).toEqual([]);
    expect(valuesOf('$defs', document)).toEqual([]);
    for (const name of Object.keys(document.components.schemas)) expect(name).toMatch(/^[\w.-]+$/);
  });

  it('gives every operation an id no other has, aliases too', async () => {
    const { paths } = await fetchDocument();
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

function expectSound(path: string, { operationId, parameters, responses }: Described): void {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const keys = parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
  expect([operationId, inPath.map(({ name }) => name).toSorted()]).toEqual([operationId, named.toSorted()]);
  expect([operationId, inPath.every(({ required }) => required)]).toEqual([operationId, true]);
  expect(new Set(keys).size).toBe(keys.length);
  for (const parameter of parameters) expect(parameter.schema).toBeInstanceOf(Object);
  for (const [status, response] of Object.entries(responses)) {
    expect([operationId, status]).toEqual([operationId, expect.stringMatching(/^[1-5]\d\d$/)]);
    expect([operationId, response.description]).toEqual([operationId, expect.stringMatching(/\S/)]);
  }
}
