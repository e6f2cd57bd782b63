import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { SERVICE_NAMES } from '@minh-bach/contracts';
import { Browser, FakeService, freePort } from '@minh-bach/gateway/specs';
import { createTestDatabase } from '@minh-bach/testing';
import { readConfig } from './config.ts';
import { start } from './start.ts';

it('The gateway as a process of its own lets demo people in and reaches the services', async () => {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-gateway-'));
  const service = new FakeService();
  const upstream = await service.start();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const person = { username: 'lan', password: 'hải quan minh bạch thử', sub: 'demo-lan' };
  const gateway = await start(
    readConfig({
      MB_MODE: 'demo',
      MB_PORT: String(port),
      MB_PUBLIC_ORIGIN: origin,
      MB_DATABASE_URL_FILE: await file('database', database.url),
      MB_SECRETS_FOLDER: join(folder, 'secrets'),
      MB_DEMO_ACCOUNTS_FILE: await file('people', JSON.stringify([person])),
      ...Object.fromEntries(
        SERVICE_NAMES.map((name) => [`MB_${name.toUpperCase()}_URL`, upstream]),
      ),
    }),
  );

  const browser = new Browser(origin);
  await browser.signIn(person.username, person.password);
  expect((await browser.send('/api/triage/worklist')).status).toBe(200);
  expect(service.last.url).toBe('/triage/worklist');

  await gateway.close();
  await service.stop();
  await database.drop();
  await rm(folder, { recursive: true });
}, 30_000);
