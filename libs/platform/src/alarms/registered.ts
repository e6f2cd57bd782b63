import { REGISTERED_AN_ALARM } from '@minh-bach/contracts';
import { TIME_ZONE } from '@minh-bach/kernel';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import type { AlarmRow } from './alarm.entity.ts';
import { ALL_ROWS, REGISTERED, type Counted, type CombinedAlarm } from './parts.ts';

const DAY = `(row.at AT TIME ZONE '${TIME_ZONE}')::date`;
const NUMBER = `row_number() OVER (PARTITION BY row.person, ${DAY} ORDER BY row.at, row.id)`;

/** What each person registered, numbered by day of Việt Nam: too many to be counted in memory. */
const numbered =
  (rows: Repository<AlarmRow>, { where }: Counted) =>
  (query: SelectQueryBuilder<AlarmRow>) =>
    query
      .select(['row.id AS id', 'row.person AS person', `${DAY} AS day`, `${NUMBER} AS n`])
      .addSelect(`split_part(row.stream, '.petition-', 2)`, 'petition')
      .from(rows.target, 'row')
      .where(`row.isPart AND row.alarm = :registered AND ${where('row')}`);

/** One alarm for each `REGISTERED_AN_ALARM` of a day: at the last of them, by the rows that count. */
export async function lastOfManyRegistered(
  rows: Repository<AlarmRow>,
  counted: Counted,
): Promise<readonly { id: string }[]> {
  return rows.manager
    .createQueryBuilder()
    .select('one.id', 'id')
    .from(numbered(rows, counted), 'one')
    .where('one.n % :most = 0')
    .setParameters({ ...counted.parameters, registered: REGISTERED, most: REGISTERED_AN_ALARM })
    .getRawMany<{ id: string }>();
}

/**
 * What makes each of these alarms, as counted by a reader who may see all rows. Only alarms with a
 * denunciation among their parts: nothing keeps the others from anybody.
 */
export async function manyRegistered(
  rows: Repository<AlarmRow>,
): Promise<readonly CombinedAlarm[]> {
  return rows.manager
    .createQueryBuilder()
    .select(['one.person AS person', 'array_agg(one.id) AS ids'])
    .addSelect('array_agg(kept.petition) FILTER (WHERE kept.petition IS NOT NULL)', 'petitions')
    .from(numbered(rows, ALL_ROWS), 'one')
    .leftJoin('protections', 'kept', 'kept.is_denunciation AND kept.petition = one.petition')
    .groupBy('one.person, one.day, (one.n - 1) / :most')
    .having('count(*) = :most AND count(kept.petition) > 0')
    .setParameters({ registered: REGISTERED, most: REGISTERED_AN_ALARM })
    .getRawMany<CombinedAlarm>();
}
