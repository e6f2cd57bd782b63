import { createTestDatabase } from '@minh-bach/testing';
import { masterKeyOf } from '@minh-bach/vault';
import pg from 'pg';
import { prepareDatabase } from '../prepare/prepare-database.ts';
import { PROCESSES, accountOf } from '../prepare/processes.ts';

/** Of the processes of these specs. */
export const masterKey = masterKeyOf(Buffer.alloc(32, 9));
const PASSWORD = 'for-this-spec';

/** A database as `mb prepare` leaves it, with the account of each process. */
export async function preparedDatabase() {
  const database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  for (const process of PROCESSES)
    await owner.query(
      `DO $$ BEGIN CREATE ROLE ${accountOf(process)} LOGIN PASSWORD '${PASSWORD}';
       EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    );
  await prepareDatabase(database.url, { masterKey, mayLoseEventsInTests: true });
  return {
    url: database.url,
    owner,
    urlOf: (name: string): string =>
      Object.assign(new URL(database.url), {
        username: accountOf({ name } as never),
        password: PASSWORD,
      }).href,
    async drop() {
      await owner.end();
      await database.drop();
    },
  };
}
