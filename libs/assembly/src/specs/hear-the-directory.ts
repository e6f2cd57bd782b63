import type { ServiceName } from '@minh-bach/contracts';
import type { Part } from './part.ts';
import type { ServiceStage } from './service-stage.ts';
import { until } from './until.ts';

/**
 * Whatever happens in `meanwhile`, each service ends with one event for each of the directory's.
 *
 * @throws when an entry never comes, or has a second effect
 */
export async function hearTheDirectory(
  stage: ServiceStage,
  names: readonly ServiceName[],
  meanwhile: (service: Part) => Promise<void>,
): Promise<void> {
  await (await stage.instance('directory', { MB_DEMO: '1' })).start();
  const hearing = async (name: ServiceName) => {
    const service = await stage.instance(name);
    await service.start();
    await until(`${name} has heard something`, async () => (await heard(stage, name)) > 0);
    await meanwhile(service);
    await sameAsDirectory(stage, name);
  };
  await Promise.all(names.map(hearing));
}

const total = (events: ReadonlyMap<string, number>): number =>
  [...events.values()].reduce((sum, count) => sum + count, 0);

/** What it tells of; proposals and taken accounts stay its own. */
const entriesOf = (streams: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...streams].filter(([stream]) => /^directory\.(unit|person|post|deputy)-/.test(stream)));

const heard = async (stage: ServiceStage, name: ServiceName): Promise<number> =>
  total(await stage.eventsByStream(`${name}.directory-`));

/**
 * Waits until each stream of the directory has as many events in the service's log.
 *
 * @returns how many
 */
export async function sameAsDirectory(
  stage: ServiceStage,
  name: ServiceName,
  withinMs = 60_000,
): Promise<number> {
  const told = entriesOf(await stage.eventsByStream('directory.'));
  await until(`${name} has heard all`, async () => (await heard(stage, name)) >= total(told), {
    withinMs,
  });
  const noted = await stage.eventsByStream(`${name}.directory-`);
  for (const [stream, count] of told) {
    // `directory.unit-HQ-SM` is noted in `triage.directory-unit.HQ-SM`.
    const [kind, ...id] = stream.slice('directory.'.length).split('-');
    const own = `${name}.directory-${kind}.${id.join('-')}`;
    if (noted.get(own) !== count)
      throw new Error(`${own} has ${noted.get(own)} events and should have ${count}`);
  }
  return total(told);
}
