import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ServerDouble } from '@minh-bach/event-store/double';
import { JsonLogger } from '@minh-bach/http';
import { openLog } from './open-log.ts';

let folder: string;
let servers: ServerDouble[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-log-'));
  servers = await Promise.all([ServerDouble.start(), ServerDouble.start()]);
});
afterEach(async () => {
  servers.forEach((server) => server.stop());
  await rm(folder, { recursive: true });
});

const log = new JsonLogger({ service: 'spec', level: 'silent' });
const open = (server: number) =>
  openLog({
    databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
    elsewhere: { url: servers[server]!.url, idFile: join(folder, 'id') },
    makesSchema: true,
    log,
  });

it('keeps the id of the log from the first start, and takes no other for it', async () => {
  await (await open(0)).close();
  const kept = await readFile(join(folder, 'id'), 'utf8');
  await expect(open(1)).rejects.toMatchObject({ code: 'FOREIGN_LOG' });
  await (await open(0)).close();
  expect(await readFile(join(folder, 'id'), 'utf8')).toBe(kept);
});
