import {
  CALLED_A_DAY,
  CALLS_COUNT_MS,
  DECLINED_A_DAY,
  MERGED_A_DAY,
  NEW_ACCOUNT_MS,
  OPENINGS_APART_MS,
} from '@minh-bach/contracts';
import type { ObjectLiteral, Repository, SelectQueryBuilder } from 'typeorm';
import type { AlarmRow } from './alarm.entity.ts';
import { lastOfManyRegistered } from './registered.ts';

/** Rows that count, as a condition in SQL. */
export interface Counted {
  where(row: string): string;
  readonly parameters: ObjectLiteral;
}

/** For figures, and to judge what others may read. */
export const ALL_ROWS: Counted = { where: () => 'true', parameters: {} };

/** One opening or call of one person. */
export type Part = Pick<AlarmRow, 'id' | 'stream' | 'person' | 'at'>;

/** All parts that make one alarm about one person. */
export interface CombinedAlarm {
  readonly person: string | null;
  readonly ids: readonly string[];
  readonly petitions: readonly string[];
}

export const OPENED = 'new-account-opened-identity';
export const CALLED = 'many-called-denunciations';
export const DECLINED = 'many-declined-corrections';
export const MERGED = 'many-merged';
export const REGISTERED = 'many-registered';

/** What one person may do so often within 24 hours without an alarm. */
const AT_MOST = {
  [CALLED]: CALLED_A_DAY,
  [DECLINED]: DECLINED_A_DAY,
  [MERGED]: MERGED_A_DAY,
} as const;
type Repeated = keyof typeof AT_MOST;
/** Alarms that are judged together with all that makes them. */
export const TOGETHER = [CALLED, DECLINED, MERGED, REGISTERED] as const;

/**
 * Alarms are added up from the rows that one reader may see, at each asking. So nothing that is kept from
 * the reader shows in them, neither by an alarm nor by its absence.
 *
 * @returns ids of the parts that stand for an alarm each
 */
export async function addUp(rows: Repository<AlarmRow>, counted: Counted): Promise<string[]> {
  const openings = await openingsOfFirstDay(rows, counted);
  const tooMany = (await tooManyAmong(rows, counted)).flatMap((group) => group.slice(-1));
  const registered = await lastOfManyRegistered(rows, counted);
  return [...firstOfRuns(openings), ...tooMany, ...registered].map(({ id }) => id);
}

/** The first opening of each run: somebody who began to today opens who sent a petition. */
export function firstOfRuns(openings: readonly Opening[]): Part[] {
  return openings.filter((opening, i) => {
    const before = openings[i - 1];
    if (before?.person !== opening.person || before.account !== opening.account) return true;
    return opening.at.getTime() - before.at.getTime() > OPENINGS_APART_MS;
  });
}

/** By an account, which is known by when it was made. */
type Opening = Part & { readonly account: string };

/** Every so many calls of one person within 24 hours, none of them counted twice. @param calls person by person */
export function tooManyCalls(calls: readonly Part[], atMost: number = CALLED_A_DAY): Part[][] {
  const found: Part[][] = [];
  let counted: Part[] = [];
  for (const call of calls) {
    const since = call.at.getTime() - CALLS_COUNT_MS;
    counted = counted.filter(({ person, at }) => person === call.person && at.getTime() > since);
    counted.push(call);
    if (counted.length <= atMost) continue;
    found.push(counted);
    counted = [];
  }
  return found;
}

/** Of each sort of what one person repeats: what makes one alarm. */
export async function tooManyAmong(
  rows: Repository<AlarmRow>,
  counted: Counted,
): Promise<Part[][]> {
  const found: Part[][] = [];
  for (const alarm of [CALLED, DECLINED, MERGED] as const)
    found.push(...tooManyCalls(await repeatedAmong(rows, counted, alarm), AT_MOST[alarm]));
  return found;
}

/** A step for a head counts for the head and for the deputy who took it: by whichever of the two is too many. */
async function repeatedAmong(
  rows: Repository<AlarmRow>,
  counted: Counted,
  alarm: Repeated,
): Promise<Part[]> {
  const calls = await parts(rows)
    .addSelect('row.by', 'by')
    .where(`row.isPart AND row.alarm = :alarm AND ${counted.where('row')}`)
    .setParameters({ ...counted.parameters, alarm })
    .getRawMany<Part & Pick<AlarmRow, 'by'>>();
  const byPerson = Map.groupBy(
    calls.flatMap(({ by, ...call }): Part[] =>
      by === call.person ? [call] : [call, { ...call, person: by }],
    ),
    ({ person }) => person,
  );
  const oldestFirst = (one: Part, other: Part) => one.at.getTime() - other.at.getTime();
  return [...byPerson.values()].flatMap((theirs) => theirs.toSorted(oldestFirst));
}

/** Oldest first, person by person. There may be many, so only what counts of each is read. */
export const parts = (rows: Repository<AlarmRow>): SelectQueryBuilder<AlarmRow> =>
  rows
    .createQueryBuilder('row')
    .select(['row.id AS id', 'row.stream AS stream', 'row.person AS person', 'row.at AS at'])
    .orderBy({ 'row.person': 'ASC', 'row.at': 'ASC', 'row.id': 'ASC' });

const ACCOUNT = `first.person = row.person AND first.account = row.data->>'accountSince'`;

/** Of each account what it opened in the day after the first opening that counts. */
async function openingsOfFirstDay(
  rows: Repository<AlarmRow>,
  { where, parameters }: Counted,
): Promise<Opening[]> {
  const opens = (row: string) => `${row}.isPart AND ${row}.alarm = :opened AND ${where(row)}`;
  return parts(rows)
    .addSelect('first.account', 'account')
    .innerJoin(
      (query) =>
        query
          .select([
            'one.person AS person',
            `one.data->>'accountSince' AS account`,
            'min(one.at) AS at',
          ])
          .from(rows.target, 'one')
          .where(opens('one'))
          .groupBy('1, 2'),
      'first',
      `${ACCOUNT} AND row.at < first.at + make_interval(secs => :newSeconds)`,
    )
    .where(opens('row'))
    .setParameters({ ...parameters, opened: OPENED, newSeconds: NEW_ACCOUNT_MS / 1000 })
    .getRawMany<Opening>();
}
