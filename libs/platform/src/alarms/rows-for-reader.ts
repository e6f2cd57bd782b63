import { ruleOf } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { Repository } from 'typeorm';
import { ownerOf } from '../commands/read-stream.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import type { AlarmRow } from './alarm.entity.ts';
import {
  ALL_ROWS,
  TOGETHER,
  parts,
  tooManyAmong,
  type Counted,
  type Part,
  type CombinedAlarm,
} from './parts.ts';
import { manyRegistered } from './registered.ts';

/** What the shield admits, and what nobody else is left to read. */
export async function rowsFor(
  service: ServiceRuntime,
  actor: Actor,
  readByNobodyElse: () => Promise<readonly string[]>,
): Promise<Counted> {
  const kept = await service.shield.forLists(actor);
  await service.lists.fresh();
  const unread = await readByNobodyElse();
  return {
    where: (row) => `(${kept.admits(`${row}.stream`)} OR ${row}.id = ANY(:unread))`,
    parameters: { ...kept.parameters, unread },
  };
}

/**
 * An alarm about a person is kept from respondents only while an auditor is left to read it: that person
 * must not hide it by naming all its readers. Of calls, declines, merges and registrations it is asked of all that make one alarm
 * together, so that their author does not name one auditor here and another there.
 *
 * It is asked of all alarms, also of those that nothing keeps from this reader: the time it takes must not
 * tell a reader that there are denunciations of them.
 */
export async function readByNobodyElse(
  { organisation, shield }: ServiceRuntime,
  rows: Repository<AlarmRow>,
): Promise<string[]> {
  const alone = await parts(rows)
    .where('row.person IS NOT NULL AND NOT (row.isPart AND row.alarm = ANY(:together))', {
      together: [...TOGETHER],
    })
    .getRawMany<Part>();
  const repeated = await tooManyAmong(rows, ALL_ROWS);
  const alarms: CombinedAlarm[] = [
    ...[...alone.map((row) => [row]), ...repeated].map(combined),
    ...(await manyRegistered(rows)),
  ];
  const petitions = new Set(alarms.flatMap((alarm) => alarm.petitions));
  const respondents = await shield.respondentsOfEach([...petitions]);
  const readers = await readersThatCount(organisation);
  const isLeft = ({ person, petitions: named }: CombinedAlarm) => {
    const but = new Set([...named.flatMap((petition) => respondents.get(petition) ?? []), person]);
    return readers.some((reader) => !but.has(reader));
  };
  return alarms.filter((alarm) => !isLeft(alarm)).flatMap(({ ids }) => ids);
}

const combined = (all: readonly Part[]): CombinedAlarm => ({
  person: all[0]?.person ?? null,
  ids: all.map(({ id }) => id),
  petitions: all.map(({ stream }) => ownerOf(stream)),
});

/**
 * Administrators do not count: two of them may have made the account that an alarm is about. They count
 * where there is one auditor alone, who would otherwise hear of each denunciation of themselves. Nobody
 * is a deputy of either.
 */
async function readersThatCount(organisation: Organisation): Promise<readonly string[]> {
  const auditors = await organisation.peopleIn(['auditor']);
  const all = await organisation.peopleIn(ruleOf('alarms.read').roles);
  return auditors.length > 1 ? auditors : all;
}
