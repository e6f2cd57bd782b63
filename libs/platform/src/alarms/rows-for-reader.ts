import { ruleOf, type Role } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { Repository } from 'typeorm';
import { ownerOf } from '../commands/read-stream.ts';
import type { ListShield } from '../matters/shield.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import type { AlarmRow } from './alarm.entity.ts';
import { ALL_ROWS, CALLED, callsAmong, tooManyCalls, type Counted, type Part } from './parts.ts';

/** What the shield admits, and what nobody else is left to read. */
export async function rowsFor(
  service: ServiceRuntime,
  rows: Repository<AlarmRow>,
  actor: Actor,
): Promise<Counted> {
  const kept = await service.shield.forLists(actor);
  await service.lists.fresh();
  const unread = await readByNobodyElse(service, rows, kept);
  return {
    where: (row) => `(${kept.admits(`${row}.stream`)} OR ${row}.id = ANY(:unread))`,
    parameters: { ...kept.parameters, unread },
  };
}

/**
 * An alarm about a person is kept from respondents only while an auditor is left to read it: that person
 * must not hide it by naming all its readers. Of calls it is asked of all that make one alarm together, so
 * that those who call do not name one auditor here and another there.
 */
async function readByNobodyElse(
  { organisation, shield }: ServiceRuntime,
  rows: Repository<AlarmRow>,
  kept: ListShield,
): Promise<string[]> {
  const hidden = await rows
    .createQueryBuilder('row')
    .where(`row.person IS NOT NULL AND NOT (${kept.admits('row.stream')})`, kept.parameters)
    .getMany();
  if (hidden.length === 0) return [];
  const ids = new Set(hidden.map(({ id }) => id));
  const calls = tooManyCalls(await callsAmong(rows, ALL_ROWS));
  const alarms: Part[][] = [
    ...hidden.filter(({ alarm, isPart }) => !isPart || alarm !== CALLED).map((row) => [row]),
    ...calls.filter((group) => group.some(({ id }) => ids.has(id))),
  ];
  const readers = await readersThatCount(organisation);
  const isLeft = new Map<string, Promise<boolean>>();
  const unread = alarms.map(async (alarm) => {
    const petitions = [...new Set(alarm.map(({ stream }) => ownerOf(stream)))];
    const person = alarm[0]?.person ?? '';
    const key = [person, ...petitions].join(' ');
    const asked =
      isLeft.get(key) ??
      shield.respondentsOfAny(petitions).then((kept) => readers([...kept, person]));
    isLeft.set(key, asked);
    return (await asked) ? [] : alarm.map(({ id }) => id);
  });
  return (await Promise.all(unread)).flat();
}

/**
 * Administrators do not count: two of them may have made the account that an alarm is about. They count
 * where there is one auditor alone, who would otherwise hear of each denunciation of themselves.
 */
async function readersThatCount(
  organisation: Organisation,
): Promise<(but: readonly string[]) => Promise<boolean>> {
  const units = (await organisation.units()).map(({ id }) => id);
  const hasOther = async (roles: readonly Role[], but: readonly string[]) =>
    (await organisation.firstWith(units, roles, but)) !== null;
  const auditors = (await organisation.firstWith(units, ['auditor'], []))?.people ?? [];
  const areMore = await hasOther(['auditor'], auditors.slice(0, 1));
  const roles = areMore ? (['auditor'] as const) : ruleOf('alarms.read').roles;
  return (but) => hasOther(roles, but);
}
