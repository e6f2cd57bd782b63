// What it costs that a service has two read models: rights and a worklist behind one checkpoint, and
// behind two. Events a second while they are built from the log; then, for events appended one after
// the other, the time until both rows show each, and processor time of this process for each.
// Medians. `--events N` (default 20000), `--runs N` (default 5).
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { createPostgresEventStore, type EventData } from '@minh-bach/event-store';
import { PUBLIC, canonicalBytes, defineEvent, EventRegistry } from '@minh-bach/kernel';
import { matterEntities, matterProjection } from '@minh-bach/platform';
import { createReadModel, type Projection, type ReadModel } from '@minh-bach/projections';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' }, // as of every benchmark; the last line is JSON either way
    events: { type: 'string', default: '20000' },
    runs: { type: 'string', default: '5' },
  },
});
const EVENTS = Number(options.events);
const RUNS = Number(options.runs);
const TAIL = 300;

const noted = defineEvent('Noted', z.strictObject({ unit: z.string(), gist: z.string() }));
const registry = new EventRegistry([noted]);
const gist = 'x'.repeat(400);

function event(): EventData {
  const id = randomUUID();
  const at = new Date().toISOString();
  const metadata = canonicalBytes({
    ...{ correlationId: id, causationId: id, commandId: id, requestHash: 'bench', salt: id },
    ...{ actor: PUBLIC, occurredAt: at, recordedAt: at, schemaVersion: 1 },
  });
  const data = registry.encode({ type: 'Noted', data: { unit: 'HQ-SM', gist } });
  return { id, type: 'Noted', data, metadata };
}

@Entity('worklist')
class WorklistRow {
  @PrimaryColumn('text') stream!: string;
  @Column('int') events!: number;
}
const worklist: Projection = {
  name: 'worklist',
  version: 1,
  async apply(batch, manager) {
    await manager.query(
      `INSERT INTO worklist AS w SELECT stream, count(*) FROM unnest($1::text[]) stream GROUP BY 1
       ON CONFLICT (stream) DO UPDATE SET events = w.events + excluded.events`,
      [batch.map(({ stream }) => stream)],
    );
  },
};

const folder = mkdtempSync('/var/tmp/minh-bach-bench-');
const server = await startEmbeddedPostgres({ dataFolder: folder });
const url = server.url;
const store = await createPostgresEventStore({ connectionString: url });
const common = { url, store, registry, prefix: 'bench.' };
const rights = {
  entities: [...matterEntities],
  projections: [matterProjection(registry)],
};
const lists = { entities: [WorklistRow], projections: [worklist] };

const sides = {
  one: async (n: number) => [
    await createReadModel({
      ...common,
      schema: `one_${n}`,
      entities: [...rights.entities, ...lists.entities],
      projections: [...rights.projections, ...lists.projections],
    }),
  ],
  two: async (n: number) => {
    const behind = await createReadModel({ ...common, ...rights, schema: `two_${n}` });
    return [
      behind,
      await createReadModel({ ...common, ...lists, schema: `two_${n}_lists`, behind }),
    ];
  },
};
type Side = keyof typeof sides;

const median = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)]!;
const place = (n: number) => `bench.petition-D26-${String(n % 2_000).padStart(8, '0')}-0`;
const say = (line: string) => console.error(line);

try {
  for (let n = 0; n < EVENTS; n += 10)
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => store.append(place(n + i), [event()], 'any')),
    );
  say(`${EVENTS} events in the log`);
  const seen: Record<Side, Awaited<ReturnType<typeof measure>>[]> = { one: [], two: [] };
  for (let n = 0; n < RUNS; n += 1)
    for (const side of n % 2 ? (['two', 'one'] as const) : (['one', 'two'] as const)) {
      seen[side].push(await measure(side, n));
      say(`run ${n + 1}, ${side}: ${JSON.stringify(seen[side].at(-1))}`);
    }
  const figures = (side: Side) => ({
    builtPerSecond: Math.round(median(seen[side].map((run) => run.builtPerSecond))),
    msUntilShown: Number(median(seen[side].map((run) => run.msUntilShown)).toFixed(2)),
    cpuMsAnEvent: Number(median(seen[side].map((run) => run.cpuMsAnEvent)).toFixed(2)),
  });
  console.log(JSON.stringify({ one: figures('one'), two: figures('two') }));
} finally {
  await store.close();
  await server.remove();
  rmSync(folder, { recursive: true });
}

async function measure(side: Side, n: number) {
  const models = await sides[side](n);
  const all = (wait: (model: ReadModel) => Promise<void>) => Promise.all(models.map(wait));
  const head = await store.head();
  const began = performance.now();
  for (const model of models) model.start();
  await all((model) => model.renewed());
  await all((model) => model.waitFor(head, { timeoutMs: 600_000 }));
  const builtPerSecond = (1000 * EVENTS) / (performance.now() - began);

  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < TAIL; i += 1) {
    const asked = performance.now();
    const { position } = await store.append(place(i), [event()], 'any');
    await all((model) => model.waitFor(position));
    times.push(performance.now() - asked);
  }
  const { user, system } = process.cpuUsage(before);
  for (const model of models) await model.close();
  return {
    builtPerSecond,
    msUntilShown: median(times),
    cpuMsAnEvent: (user + system) / 1000 / TAIL,
  };
}
