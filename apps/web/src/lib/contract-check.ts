import type { FieldProblem } from './api-problem.ts';
import type { OperationId } from './operations.ts';

/**
 * What the contract itself would say about a body, field by field, before it is sent; empty when it is fine.
 * The schemas arrive with the first call: 50 KB that only forms need.
 */
export async function bodyProblems(id: OperationId, body: unknown): Promise<FieldProblem[]> {
  const { operations } = await import('@cartwheel/contracts');
  const schema = operations.find((operation) => operation.id === id)?.body;
  const issues = schema?.safeParse(body).error?.issues ?? [];
  return issues.map(({ path, message, code }) => ({ path: path.join('.'), message, code }));
}
