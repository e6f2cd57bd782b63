import type { HTTP_PROBLEMS } from '@minh-bach/contracts';
import { z } from 'zod';
import type { ProblemCatalogue } from '../problems/catalogue.ts';
import type { Route } from '../http/routes.ts';
import { parametersOf } from './parameters.ts';
import { PROBLEM_SCHEMA } from './problem-schema.ts';

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of some routes, from their shapes and decorators. */
export function openApiOf(
  service: string,
  routes: readonly Route[],
  catalogue: ProblemCatalogue,
): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route, catalogue);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: `Minh Bạch: ${service}`,
      version: '1',
      description: 'Vietnamese first: every problem carries both languages.',
    },
    paths,
    components: {
      schemas: { Problem: PROBLEM_SCHEMA },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

export const shapeOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const shape: Record<string, unknown> = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  delete shape['$schema'];
  return shape;
};

function operation(route: Route, catalogue: ProblemCatalogue): Json {
  const { description, access, inputs } = route;
  const body = inputs.all.find(({ place }) => place === 'body');
  const consumes = description?.consumes ?? 'application/json';
  const status = String(description?.status ?? (route.method === 'POST' ? 201 : 200));
  return {
    operationId: description?.id ?? route.handler.replace(/Controller\./, '.'),
    summary: description?.summary.vi,
    description: description?.summary.en,
    security: access?.kind === 'public' ? [] : [{ bearer: [] }],
    ...(access?.kind === 'action' ? { 'x-action': access.action } : {}),
    parameters: parametersOf(route),
    ...(body?.schema
      ? {
          requestBody: {
            required: true,
            content: { [consumes]: { schema: shapeOf(body.schema, 'input') } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: 'OK',
        ...(description?.answer
          ? {
              content: {
                [description.produces ?? 'application/json']: {
                  schema: shapeOf(description.answer, 'output'),
                },
              },
            }
          : {}),
      },
      ...problemResponses(route, catalogue),
    },
  };
}

type Code = keyof typeof HTTP_PROBLEMS;

/** What the door itself may answer to this route. */
function doorCodes({ access, inputs, command }: Route): Code[] {
  const codes: Code[] = ['INTERNAL', 'UNAVAILABLE'];
  if (access?.kind !== 'public')
    codes.push(
      'SIGN_IN_REQUIRED',
      'TOKEN_REFUSED',
      'UNKNOWN_PERSON',
      'ACTION_FORBIDDEN',
      'POST_NOT_HELD',
      'SIGN_IN_UNAVAILABLE',
    );
  if (inputs.all.length > 0) codes.push('INVALID_INPUT');
  if (inputs.all.some(({ place }) => place === 'path')) codes.push('NOT_FOUND');
  if (inputs.body) codes.push('MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE');
  if (command)
    codes.push('IDEMPOTENCY_KEY_REQUIRED', 'IDEMPOTENCY_KEY_MALFORMED', 'IF_MATCH_MALFORMED');
  if (command?.ifMatch) codes.push('IF_MATCH_REQUIRED');
  return codes;
}

function problemResponses(route: Route, catalogue: ProblemCatalogue): Json {
  const own = route.command ? ['REVISION_CHANGED', 'IDEMPOTENCY_KEY_REUSED', 'NOT_RECORDABLE'] : [];
  const codes = [...doorCodes(route), ...own, ...(route.description?.problems ?? [])];
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const status = catalogue.find(code)?.status ?? 500;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, list]) => [
        String(status),
        {
          description: list.join(', '),
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      ]),
  );
}
