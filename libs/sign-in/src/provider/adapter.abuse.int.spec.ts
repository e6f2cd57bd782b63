import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { migrateSignIn } from '../schema.ts';
import { box } from '../seal.ts';
import { PostgresAdapter } from './adapter.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
  await migrateSignIn(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const adapterOf = (model: string) =>
  new PostgresAdapter(model, pool, box(Buffer.alloc(32, 1)), Buffer.alloc(32, 2));

describe.each(['RefreshToken', 'DeviceCode', 'AuthorizationCode'])('T22: a stolen %s', (model) => {
  it('that is used several times at once works once, and then opens nothing any more', async () => {
    const grantId = `grant-of-${model}`;
    const [grants, tokens] = [adapterOf('Grant'), adapterOf(model)];
    await grants.upsert(grantId, { accountId: 'an' }, 60);
    await tokens.upsert('secret', { accountId: 'an', grantId }, 60);

    const uses = await Promise.allSettled(
      Array.from({ length: 8 }, () => tokens.consume('secret')),
    );
    const refused = uses.flatMap((use) => (use.status === 'rejected' ? [use.reason] : []));
    expect(refused).toHaveLength(7);
    for (const reason of refused) expect(reason).toMatchObject({ error: 'invalid_grant' });

    await tokens.upsert('what the first use was given', { accountId: 'an', grantId }, 60);
    expect(await grants.find(grantId)).toBeUndefined();
    expect(await tokens.find('secret')).toBeUndefined();
  });

  it('that is used once by its owner keeps its grant', async () => {
    const grantId = `own-grant-of-${model}`;
    const [grants, tokens] = [adapterOf('Grant'), adapterOf(model)];
    await grants.upsert(grantId, { accountId: 'an' }, 60);
    await tokens.upsert('own', { accountId: 'an', grantId }, 60);
    await tokens.consume('own');
    expect(await grants.find(grantId)).toBeDefined();
    expect(await tokens.find('own')).toMatchObject({ consumed: expect.any(Number) as unknown });
  });
});
