import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICE_NAMES } from '@minh-bach/contracts';
import { ServiceRuntime } from '@minh-bach/platform';
import { servicesApp } from './abuse/services-app.ts';

let running: Awaited<ReturnType<typeof servicesApp>>;
beforeAll(async () => {
  running = await servicesApp();
  await running.app.init();
}, 60_000);
afterAll(() => running?.close());

/** The statements by which TypeORM would make the tables those of the entities. */
async function missing(name: string): Promise<string[]> {
  const runtimes: ServiceRuntime[] = running.app.get(ServiceRuntime, { each: true, strict: false });
  const { rights, lists } = runtimes.find((each) => each.name === name)!;
  const said: string[] = [];
  for (const { dataSource } of [rights, lists]) {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    said.push(...upQueries.map(({ query }) => query));
  }
  return said;
}

describe('Tables and entities say the same', () => {
  it.each(SERVICE_NAMES)('in %s', async (name) => {
    expect(await missing(name)).toEqual([]);
  });
});
