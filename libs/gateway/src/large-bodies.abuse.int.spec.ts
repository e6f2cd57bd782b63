import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import { runGateway, type RunningGateway } from './specs/running-gateway.ts';

const KILOBYTE = 1024;

let database: TestDatabase;
let door: RunningGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
}, 30_000);
afterAll(async () => {
  await door.stop();
  await database.drop();
});

async function signedIn(): Promise<Browser> {
  const { username, password } = await door.person();
  const browser = door.browser();
  await browser.signIn(username, password);
  return browser;
}

const posts = (browser: Browser, bytes: number) =>
  browser.send('/api/intake/petitions', {
    method: 'POST',
    headers: { origin: door.origin, 'x-minh-bach': '1', 'content-type': 'application/json' },
    body: JSON.stringify('x'.repeat(bytes)),
  });

it('T31: large bodies of one person are worked on one or two at a time, and keep no small one waiting', async () => {
  const [one, other] = [await signedIn(), await signedIn()];
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let atOnce = 0;
  let most = 0;
  door.service.hold = async ({ body }) => {
    if (body.length < 64 * KILOBYTE) return;
    most = Math.max(most, (atOnce += 1));
    await held;
    atOnce -= 1;
  };
  const large = Array.from({ length: 6 }, () => posts(one, 200 * KILOBYTE));
  while (most < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  // Meanwhile: small ones of the same person, and a large one of somebody else.
  for (const small of await Promise.all(Array.from({ length: 8 }, () => posts(one, KILOBYTE))))
    expect(small.status).toBe(200);
  expect(most).toBe(2);
  const others = posts(other, 200 * KILOBYTE);
  while (most < 3) await new Promise((resolve) => setTimeout(resolve, 10));
  goOn();
  for (const answer of await Promise.all([...large, others])) expect(answer.status).toBe(200);
  expect(most).toBe(3);
});
