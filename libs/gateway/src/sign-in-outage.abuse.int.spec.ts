import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { runGateway, type RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;
let db: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
  db = new pg.Client({ connectionString: database.url });
  await db.connect();
}, 30_000);
afterAll(async () => {
  await db.end();
  await door.stop();
  await database.drop();
});

it('T31: a database that goes as a sign-in ends is a 503 that says when to come again', async () => {
  await db.query(`
    CREATE FUNCTION away() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'shutting down' USING ERRCODE = '57P01'; END $$;
    CREATE TRIGGER away BEFORE DELETE ON signin.oidc_models
      FOR EACH ROW WHEN (old.model = 'Session') EXECUTE FUNCTION away()`);
  const { username, password } = await door.person();
  const browser = door.browser();
  const { url } = await browser.open('/auth/login');
  const answer = await browser.submit(url, { username, password });
  const { response } = await browser.open(answer.headers.get('location') ?? '');
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
});
