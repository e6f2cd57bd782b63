import type { FastifyServerOptions } from 'fastify';

/**
 * Zod checks what comes in, so Fastify needs no compilers of schemas: some 200 modules that every
 * start would load. A route that brings such a schema all the same does not start.
 */
export const noSchemas: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: { buildValidator: refuse, buildSerializer: refuse },
};

function refuse(): never {
  throw new Error('a route is checked by Zod, not by a schema for Fastify');
}
