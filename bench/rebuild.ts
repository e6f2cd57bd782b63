// Events a second from the log into triage's lists, as a rebuild makes them, beside `COPY` of the same
// rows into a table of the same shape. And the processor time of this process for each, which other work on
// the machine changes less. `--matters N` (default 100000), `--runs N` (default 3).
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { registryOf } from '@minh-bach/platform';
import { createReadModel } from '@minh-bach/projections';
import { triageService } from '@minh-bach/triage';
import pg from 'pg';
import { newFolder } from './built.product.ts';
import { openFolder, type Folder } from './bulk.folder.ts';
import { makeMatters } from './bulk.matters.ts';
import { median, rounded } from './median.figures.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' }, // as of every benchmark; the last line is JSON either way
    matters: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
  },
});
const matters = Number(options.matters);
const say = (line: string) => console.error(line);

const path = newFolder();
const folder = await openFolder(path);
try {
  await makeMatters(folder, matters, say);
  const seen = [];
  for (let run = 1; run <= Number(options.runs); run += 1) {
    seen.push(await measure(folder, run));
    say(`run ${run}: ${JSON.stringify(seen.at(-1))}`);
  }
  const perSecond = median(seen.map((each) => each.perSecond));
  const copyLimit = median(seen.map((each) => each.copyLimit));
  const ratio = rounded(perSecond / copyLimit, 3);
  const cpuMs = median(seen.map((each) => each.cpuMs));
  console.log(JSON.stringify({ perSecond, copyLimit, ratio, cpuMs, matters }));
} finally {
  await folder.close();
  rmSync(path, { recursive: true });
}

async function measure({ url, infrastructure }: Folder, run: number) {
  const { store } = infrastructure;
  const { name, entities, projections } = triageService;
  const schema = `bench_${run}`;
  const model = await createReadModel({
    ...{ url, store, registry: registryOf(triageService), prefix: `${name}.` },
    ...{ schema, entities: [...entities], projections },
  });
  const before = process.cpuUsage();
  let begun = performance.now();
  // The log has a past, so these rows are made as those of a new version are.
  model.start();
  await model.renewed();
  const perSecond = Math.round((1000 * matters) / (performance.now() - begun));
  const { user, system } = process.cpuUsage(before);
  const cpuMs = rounded((user + system) / 1000 / matters, 3);
  const { error } = model.status();
  await model.close();
  if (error) throw new Error(`the read model stopped: ${error.code}`);

  const client = new pg.Client({
    connectionString: url,
    options: `-c search_path=${schema} -c synchronous_commit=off`,
  });
  await client.connect();
  const [{ data_directory: server }] = (await client.query('SHOW data_directory')).rows;
  const file = `${server}/bench.copy`;
  await client.query(`
    CREATE TABLE copied (LIKE triage_petitions INCLUDING ALL);
    COPY triage_petitions TO '${file}'; CHECKPOINT`);
  begun = performance.now();
  const { rowCount } = await client.query(`COPY copied FROM '${file}'`);
  const copyLimit = Math.round((1000 * rowCount!) / (performance.now() - begun));
  await client.query(`DROP SCHEMA ${schema} CASCADE`);
  await client.end();
  if (rowCount !== matters) throw new Error(`${rowCount} rows of ${matters} petitions`);
  return { perSecond, copyLimit, cpuMs };
}
