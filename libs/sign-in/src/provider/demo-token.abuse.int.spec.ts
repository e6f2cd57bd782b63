import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { createLocalJWKSet, jwtVerify } from 'jose';
import pg from 'pg';
import { loadOrCreateSecrets, type SignInSecrets } from '../secrets.ts';
import { createSignIn, type SignIn, type SignInOptions } from '../sign-in.ts';
import { AUDIENCE } from './provider.ts';

const PASSWORD = 'ba con mèo ngồi trên mái';

let folder: string;
let secrets: SignInSecrets;
const databases: TestDatabase[] = [];
const running: SignIn[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-demo-token-'));
  secrets = await loadOrCreateSecrets(folder);
});
afterAll(async () => {
  await Promise.all(running.map((signIn) => signIn.close()));
  await Promise.all(databases.map((database) => database.drop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(mode: SignInOptions['mode']): Promise<SignIn> {
  const database = await createTestDatabase();
  databases.push(database);
  const signIn = await createSignIn({
    databaseUrl: database.url,
    publicOrigin: 'http://localhost:1',
    secrets,
    mode,
    recordFirstAdministrator: async () => undefined,
  });
  running.push(signIn);
  return signIn;
}

describe('a token without a password', () => {
  it('is given for a demo account, as short-lived as any', async () => {
    const signIn = await start('demo');
    await signIn.ensureAccount({ username: 'binh', password: PASSWORD, sub: 's', demo: true });
    const token = await signIn.demoToken('binh');
    const { payload, protectedHeader } = await jwtVerify(
      token,
      createLocalJWKSet(signIn.publicKeys),
      { issuer: signIn.issuer, audience: AUDIENCE },
    );
    expect(protectedHeader.typ).toBe('at+jwt');
    expect(payload.sub).toBe('s');
    expect(payload.exp! - payload.iat!).toBe(300);
  });

  it('is given for no other account', async () => {
    const signIn = await start('demo');
    await signIn.ensureAccount({ username: 'mai', password: PASSWORD });
    const refused = { code: 'DEMO_REFUSED' };
    await expect(signIn.demoToken('mai')).rejects.toMatchObject(refused);
    await expect(signIn.demoToken('nobody')).rejects.toMatchObject(refused);
  });

  it('is never given in production', async () => {
    const signIn = await start('production');
    const pool = new pg.Pool({ connectionString: databases.at(-1)!.url, max: 1 });
    await pool.query(
      `INSERT INTO signin.accounts (sub, username, password_hash, demo) VALUES ('s', 'binh', 'x', true)`,
    );
    await pool.end();
    await expect(signIn.demoToken('binh')).rejects.toMatchObject({ code: 'DEMO_REFUSED' });
  });
});
