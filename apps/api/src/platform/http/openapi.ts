import {
  bodyExamples,
  type Operation,
  operations,
  permissions,
  problems,
  type ProblemCode,
  ProblemDetails,
} from '@cartwheel/contracts';
import * as z from 'zod';

type Json = Record<string, unknown>;
const always: ProblemCode[] = ['validation_failed', 'rate_limited', 'internal', 'overloaded', 'unavailable'];
const guarded: ProblemCode[] = [
  'unauthenticated',
  'session_revoked',
  'forbidden',
  'csrf_failed',
  'ambiguous_credentials',
];

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    reused: 'inline',
    override: annotate,
  });
  return hoist(rest);
};

function annotate({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: Json }): void {
  const needs = z.globalRegistry.get(zodSchema)?.['needs'];
  delete jsonSchema['needs'];
  if (needs) jsonSchema['x-permission'] = needs;
}

let components: Record<string, Json> = {};

/** zod puts named schemas under `$defs`; OpenAPI wants them under `components`. */
function hoist(schema: Json): Json {
  const { $defs, ...rest } = schema;
  for (const [name, definition] of Object.entries(($defs as Record<string, Json> | undefined) ?? {})) {
    components[name] ??= rewrite(definition) as Json;
  }
  return rewrite(rest) as Json;
}

function rewrite(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewrite);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string'
        ? [key, inner.replace('#/$defs/', '#/components/schemas/')]
        : [key, rewrite(inner)],
    ),
  );
}

/** The document, made from the same contracts that check requests and shape answers. */
export function openApiDocument(): Json {
  components = {};
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    for (const [index, path] of [operation.path, ...(operation.aliases ?? [])].entries()) {
      const key = `/api/v1${path.replaceAll(/:(\w+)/g, '{$1}')}`;
      (paths[key] ??= {})[operation.method.toLowerCase()] = describe(operation, index);
    }
  }
  components['Problem'] = schemaOf(ProblemDetails, 'output');
  return {
    openapi: '3.1.0',
    info: { title: 'Cartwheel', version: '1.0.0', description: 'Everything the portal does, it does through this.' },
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'cartwheel_access' },
      },
    },
    'x-permissions': permissions,
  };
}

function describe(operation: Operation, alias: number): Json {
  return {
    operationId: alias === 0 ? operation.id : `${operation.id}Alias${alias}`,
    summary: operation.summary,
    tags: [operation.tag],
    'x-permission': operation.permission,
    ...(operation.permission === 'public' && { security: [] }),
    parameters: parametersOf(operation),
    ...bodyOf(operation),
    responses: responsesOf(operation),
  };
}

function parametersOf(operation: Operation): Json[] {
  const from = (schema: z.ZodType | undefined, place: 'path' | 'query') => {
    if (!(schema instanceof z.ZodObject)) return [];
    return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => ({
      name,
      in: place,
      required: place === 'path' || !field.safeParse(undefined).success,
      schema: schemaOf(field, 'input'),
    }));
  };
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...from(operation.params, 'path'),
    ...from(operation.query, 'query'),
    ...(operation.scope === 'center'
      ? [header('X-Center-Id', false, 'The center to act in; may be left out by those who have only one')]
      : []),
    ...(operation.method !== 'GET' && operation.permission !== 'public'
      ? [
          header(
            'Idempotency-Key',
            operation.idempotency === 'required',
            'The same key and body within 24 h has one effect and one answer',
          ),
        ]
      : []),
    ...(operation.method === 'PATCH'
      ? [header('If-Match', false, 'The version you have seen, in quotes; 412 when it has moved on')]
      : []),
  ];
}

function bodyOf(operation: Operation): Json {
  if (!operation.body) return {};
  const type = operation.media?.body ?? 'application/json';
  const schema = schemaOf(operation.body, 'input');
  if (operation.media?.body)
    schema['properties'] = { ...(schema['properties'] as Json), file: { type: 'string', format: 'binary' } };
  return {
    requestBody: {
      required: !operation.body.safeParse(undefined).success,
      content: { [type]: { schema, example: bodyExamples[operation.id] } },
    },
  };
}

function responsesOf(operation: Operation): Json {
  const answer = operation.media?.answer
    ? { [operation.media.answer]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(operation.answer, 'output') } };
  const responses: Record<string, Json> = { [operation.status]: { description: operation.summary, content: answer } };
  for (const code of problemsOf(operation)) {
    const { status, title } = problems[code];
    const entry = (responses[status] ??= {
      description: '',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples: {} } },
    });
    entry['description'] = [entry['description'], `\`${code}\` ${title}`].filter(Boolean).join('. ');
    const content = (entry['content'] as Record<string, { examples: Json }>)['application/problem+json']!;
    content.examples[code] = { value: { type: `/api/docs/problems#${code}`, title, status, code, requestId: 'req-1' } };
  }
  return responses;
}

/** Every error an operation can answer: what it declares, and what its kind brings with it. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const writes: ProblemCode[] =
    operation.method === 'GET'
      ? []
      : [
          'payload_too_large',
          'unsupported_media_type',
          'conflict_retry',
          ...(operation.permission === 'public' ? [] : keyed(operation)),
        ];
  const scoped: ProblemCode[] = operation.scope === 'center' ? ['center_required', 'not_found'] : [];
  return [
    ...new Set([
      ...operation.problems,
      ...always,
      ...(operation.permission === 'public' ? [] : guarded),
      ...scoped,
      ...writes,
    ]),
  ];
}

function keyed(operation: Operation): ProblemCode[] {
  const codes: ProblemCode[] = ['idempotency_in_progress', 'idempotency_key_reused'];
  return operation.idempotency === 'required' ? [...codes, 'idempotency_key_required'] : codes;
}
