import { SECOND_PERSON_AT_MOST, type secondPersonSchema } from '@minh-bach/contracts';
import { isDomainError, type RecordedEvent } from '@minh-bach/kernel';
import type { z } from 'zod';
import { personRefs, unitRefs } from '../rows/references.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { SecondPersonRow } from './second-person.projection.ts';
import type { SecondAsker, SecondPersons, Waiting } from './second-person.ts';

/** So many matters are judged on their streams for one answer, so many of them at once. */
const AT_MOST = { looked: 1_000, atOnce: 20 };
const IN_BRANCH = `EXISTS (SELECT FROM stream_units u WHERE u.stream = row.stream AND u.unit = ANY(:branch))`;

type Page = z.infer<typeof secondPersonSchema>;

/** What others proposed that this person may confirm; of what is hidden from them nothing, not even its count. */
export async function readSecondPerson(
  service: ServiceRuntime,
  seconds: SecondPersons,
  asker: SecondAsker,
  { looked: mostLooked, atOnce } = AT_MOST,
): Promise<Page> {
  const { organisation, shield, lists } = service;
  const [kept, branch] = await Promise.all([
    shield.forLists(asker.actor),
    organisation.unitsOfBranch(asker.actor.unit),
    lists.fresh(),
  ]);
  const candidates = lists.dataSource
    .getRepository(SecondPersonRow)
    .createQueryBuilder('row')
    .where('row.waits')
    .andWhere(IN_BRANCH, { branch })
    .andWhere(kept.admits('row.stream'), kept.parameters)
    .orderBy('row.since')
    .addOrderBy('row.stream')
    .limit(atOnce + 1);
  if (seconds.isShutToNamed) candidates.andWhere(`NOT (${kept.names('row.stream')})`);
  const found: Found[] = [];
  let isMore = true;
  for (let looked = 0; isMore && looked < mostLooked; looked += atOnce) {
    const rows = await candidates.getMany();
    const judged = rows.slice(0, atOnce);
    const numbers = judged.map(({ stream }) => stream.slice(seconds.prefix.length));
    const each = await Promise.all(numbers.map((one) => mine(service, seconds, one, asker)));
    found.push(...each.flat());
    isMore = rows.length > atOnce;
    if (found.length > SECOND_PERSON_AT_MOST) break;
    const last = judged.at(-1);
    if (last) candidates.setParameters({ since: last.since, stream: last.stream });
    if (last && looked === 0) candidates.andWhere('(row.since, row.stream) > (:since, :stream)');
  }
  const unit = await unitRefs(organisation);
  const person = await personRefs(
    organisation,
    found.map(({ by }) => by.person),
  );
  const items = found.map(({ number, what, unit: where, by, since }) => ({
    ...{ number, what, since },
    unit: unit(where),
    by: person(by.person),
  }));
  return {
    items: items.toSorted((a, b) => a.since.localeCompare(b.since)).slice(0, SECOND_PERSON_AT_MOST),
    more: isMore || found.length > SECOND_PERSON_AT_MOST,
  };
}

interface Found extends Waiting {
  readonly number: string;
  readonly unit: string;
  readonly since: string;
}

async function mine(
  service: ServiceRuntime,
  seconds: SecondPersons,
  number: string,
  asker: SecondAsker,
): Promise<Found[]> {
  try {
    const { unit, waiting, events } = await seconds.mineOf(service, number, asker);
    return waiting.map((one) => ({ ...one, number, unit, since: sinceOf(seconds, events, one) }));
  } catch (error) {
    if (isDomainError(error, 'NOT_FOUND')) return [];
    throw error;
  }
}

/** When that person last proposed such a thing. */
function sinceOf(
  { movesOf, noteAfter }: SecondPersons,
  events: readonly RecordedEvent[],
  { what, by }: Waiting,
): string {
  let note: unknown = null;
  let since = events.at(-1)?.metadata.recordedAt ?? '';
  for (const { event, metadata } of events) {
    note = noteAfter?.(note, event) ?? note;
    if (metadata.actor.person !== by.person) continue;
    const moves = movesOf(event, note).filter((move) => move.what === what);
    if (moves.some(({ to }) => to === 'one' || to === 'more')) since = metadata.recordedAt;
  }
  return since;
}
