// The bare peer of bench/http.ts: Fastify behind Fastify in one process, as the product stands alone. A
// petition's body is checked by the product's own schema and inserted once, as many bytes as the product
// appends; a read is one prepared statement with as many rows and bytes as the product answers.
import { registerPetitionSchema } from '@minh-bach/contracts';
import { fastify } from 'fastify';
import pg from 'pg';
import { Pool } from 'undici';

/** What the product answers for each kind of read. */
export type Reads = Readonly<Record<string, { readonly rows: number; readonly bytes: number }>>;

export interface Bare {
  readonly databaseUrl: string;
  readonly petitionBytes: number;
  readonly reads: Reads;
}

const { databaseUrl, petitionBytes, reads } = JSON.parse(process.argv[2]!) as Bare;
const database = new pg.Pool({ connectionString: databaseUrl, max: 10 });
await database.query(`
  DROP TABLE IF EXISTS petitions, rows;
  CREATE TABLE petitions (id bigserial PRIMARY KEY, body bytea NOT NULL);
  CREATE TABLE rows (kind text, n int, body jsonb, PRIMARY KEY (kind, n))`);
for (const [kind, { rows, bytes }] of Object.entries(reads))
  await database.query(
    `INSERT INTO rows SELECT $1, n, jsonb_build_object('text', repeat('x', $3::int))
     FROM generate_series(1, $2::int) n`,
    [kind, rows, Math.max(1, Math.round(bytes / rows) - 12)],
  );

const inner = fastify();
inner.post('/petitions', async (request, reply) => {
  const body = registerPetitionSchema.parse(request.body);
  const bytes = Buffer.alloc(petitionBytes, JSON.stringify(body));
  const { rows } = await database.query<{ id: string }>({
    name: 'insert',
    text: 'INSERT INTO petitions (body) VALUES ($1) RETURNING id',
    values: [bytes],
  });
  return reply.code(201).send({ number: rows[0]!.id });
});
inner.get<{ Params: { kind: string } }>('/reads/:kind', async ({ params }) => {
  const { rows } = await database.query<{ body: unknown }>({
    name: 'read',
    text: 'SELECT body FROM rows WHERE kind = $1 ORDER BY n',
    values: [params.kind],
  });
  return rows.map(({ body }) => body);
});
await inner.listen({ port: 0, host: '127.0.0.1' });

const outer = fastify();
const inside = new Pool(`http://127.0.0.1:${inner.addresses()[0]!.port}`, { connections: 100 });
outer.removeAllContentTypeParsers();
outer.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
outer.all('/*', async (request, reply) => {
  const { method, url, body } = request;
  const type = request.headers['content-type'];
  const answer = await inside.request({
    ...{ method: method as 'GET', path: url },
    ...(body instanceof Buffer && { body }),
    ...(type !== undefined && { headers: { 'content-type': type } }),
  });
  const text = await answer.body.text();
  return reply.code(answer.statusCode).type('application/json').send(text);
});
await outer.listen({ port: 0, host: '127.0.0.1' });
console.log(`http://127.0.0.1:${outer.addresses()[0]!.port}`);
