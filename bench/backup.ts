// Events a second that `mb export` and `mb import` carry, between two databases on one disk, beside `COPY`
// of the same rows to a file and back. Appends of 1 kB, `--together N` (default 25) of one stream at once, as
// a command makes them. `--events N` (default 100000), `--runs N` (default 3).
import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import {
  createPostgresEventStore,
  exportLog,
  importLog,
  openExportedLog,
} from '@minh-bach/event-store';
import pg from 'pg';
import { newFolder } from './built.product.ts';
import { median, rounded } from './median.figures.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' }, // as of every benchmark; the last line is JSON either way
    events: { type: 'string', default: '100000' },
    together: { type: 'string', default: '25' },
    runs: { type: 'string', default: '3' },
  },
});
const together = Number(options.together);
const events = Math.ceil(Number(options.events) / together) * together;

const path = newFolder();
const postgres = await startEmbeddedPostgres({ dataFolder: join(path, 'data') });
const client = new pg.Client({ connectionString: postgres.url });
await client.connect();
try {
  await fill();
  const seen: Rates[] = [];
  for (let run = 1; run <= Number(options.runs); run += 1) {
    seen.push(await measure(run));
    console.error(`run ${run}: ${JSON.stringify(seen.at(-1))}`);
  }
  const middle = (of: keyof Rates) => median(seen.map((each) => each[of]));
  const [exported, imported] = [middle('exported'), middle('imported')];
  const [copiedOut, copiedIn] = [middle('copiedOut'), middle('copiedIn')];
  const ratios = { out: rounded(exported / copiedOut, 3), in: rounded(imported / copiedIn, 3) };
  console.log(
    JSON.stringify({ exported, copiedOut, imported, copiedIn, ratios, events, together }),
  );
} finally {
  await client.end();
  await postgres.stop();
  rmSync(path, { recursive: true });
}

/** Events a second. */
type Rates = Readonly<Record<'exported' | 'copiedOut' | 'imported' | 'copiedIn', number>>;

async function fill(): Promise<void> {
  const store = await createPostgresEventStore({ connectionString: postgres.url });
  let left = events / together;
  const write = async () => {
    while (left-- > 0) {
      const many = Array.from({ length: together }, () => ({
        ...{ id: randomUUID(), type: 'PetitionRegistered' },
        data: Buffer.from(JSON.stringify({ sealed: randomBytes(500).toString('base64') })),
        metadata: Buffer.from(JSON.stringify({ salt: randomBytes(200).toString('base64') })),
      }));
      await store.append(`intake.petition-${randomUUID()}`, many, 'none');
    }
  };
  await Promise.all(Array.from({ length: 16 }, write));
  await store.close();
}

async function measure(run: number): Promise<Rates> {
  await client.query(`CREATE DATABASE target_${run}`);
  const from = await createPostgresEventStore({ connectionString: postgres.url });
  const to = await createPostgresEventStore({ connectionString: postgres.urlOf(`target_${run}`) });
  const folder = join(path, `export-${run}`);
  const exported = await rate(() => exportLog({ from, folder }));
  const log = await openExportedLog(folder);
  const imported = await rate(() => importLog({ from: log, to }));
  await Promise.all([from.close(), to.close()]);

  const file = `${postgres.clusterFolder}/bench.copy`;
  const copiedOut = await rate(() => client.query(`COPY log.events TO '${file}'`));
  await client.query('CREATE TABLE copied (LIKE log.events INCLUDING ALL)');
  await client.query('CHECKPOINT');
  const copiedIn = await rate(() => client.query(`COPY copied FROM '${file}'`));
  await client.query('DROP TABLE copied');
  await client.query(`DROP DATABASE target_${run}`);
  rmSync(folder, { recursive: true });
  return { exported, imported, copiedOut, copiedIn };
}

async function rate(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round((1000 * events) / (performance.now() - begun));
}
