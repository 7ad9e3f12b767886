import { visibleTo } from '@cartwheel/contracts';
import * as z from 'zod';
import { toProblem } from '../problems/translate.ts';
import { shape } from './answer.ts';

const Child = z.object({ name: z.string(), phone: visibleTo('contacts:read', z.string()) });

describe('an answer', () => {
  it('loses what it does not name, and what the asker may not see', () => {
    const stored = { name: 'Asha', phone: '+919876543210', secret: 'x' };

    expect(shape(Child, stored, new Set())).toEqual({ name: 'Asha' });
    expect(shape(Child, stored, new Set(['contacts:read']))).toEqual({ name: 'Asha', phone: '+919876543210' });
  });

  it('that breaks its contract is our fault: the asker sent nothing wrong, and learns nothing of it', () => {
    const broken = () => shape(Child, { name: null }, new Set());
    const said = (error: unknown) => toProblem(error).toDetails('request-1');

    expect(broken).toThrow(/breaks its contract/);
    expect(said(new Error('An answer breaks its contract'))).toMatchObject({ code: 'internal', status: 500 });
    expect(broken).not.toThrow(z.ZodError);
  });
});
