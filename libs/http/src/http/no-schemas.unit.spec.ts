import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { noSchemas } from './no-schemas.ts';

it('a route with a schema for Fastify does not start, others do', async () => {
  const app = fastify({ schemaController: noSchemas });
  app.get('/plain', () => ({ plain: true }));
  expect((await app.inject('/plain')).json()).toEqual({ plain: true });

  const other = fastify({ schemaController: noSchemas });
  other.post('/', { schema: { body: { type: 'object' } } }, () => 'taken');
  await expect(other.ready()).rejects.toThrow();
});
