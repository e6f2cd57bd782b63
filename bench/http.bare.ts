// The bare peer of bench/http.ts: Fastify behind Fastify in one process, as the product stands alone. A
// petition's body is checked by the product's own schema and inserted once, as many bytes as the product
// appends; a read is one prepared statement with as many rows and bytes as the product answers.
import replyFrom from '@fastify/reply-from';
import { fastify } from 'fastify';
import pg from 'pg';

/** What the product answers for each kind of read. */
export type Reads = Readonly<Record<string, { readonly rows: number; readonly bytes: number }>>;

export interface Bare {
  readonly databaseUrl: string;
  readonly petitionBytes: number;
  readonly reads: Reads;
}

const { databaseUrl, petitionBytes, reads } = JSON.parse(process.argv[2]!) as Bare;
const { registerPetitionSchema } = await import('@minh-bach/contracts');
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
const inside = await inner.listen({ port: 0, host: '127.0.0.1' });

const outer = fastify();
await outer.register(replyFrom, { base: inside });
outer.removeAllContentTypeParsers();
outer.addContentTypeParser('*', (_, payload, done) => done(null, payload));
outer.all('/*', (request, reply) => reply.from(request.url));
console.log(await outer.listen({ port: 0, host: '127.0.0.1' }));
