import { SECOND_PERSON_AT_MOST, type secondPersonSchema } from '@minh-bach/contracts';
import { isDomainError, type RecordedEvent } from '@minh-bach/kernel';
import type { z } from 'zod';
import { personRefs, unitRefs } from '../rows/references.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { SecondPersonRow } from './second-person.projection.ts';
import type { SecondAsker, SecondPersons, Waiting } from './second-person.ts';

/** So many matters are judged on their streams for one answer. */
const LOOKED_AT = 200;
const IN_BRANCH = `EXISTS (SELECT FROM stream_units u WHERE u.stream = row.stream AND u.unit = ANY(:branch))`;

type Page = z.infer<typeof secondPersonSchema>;

/** What others proposed that this person may confirm; of what is hidden from them nothing, not even its count. */
export async function readSecondPerson(
  service: ServiceRuntime,
  seconds: SecondPersons,
  asker: SecondAsker,
): Promise<Page> {
  const { organisation, shield, lists } = service;
  const [kept, branch] = await Promise.all([
    shield.forLists(asker.actor),
    organisation.unitsOfBranch(asker.actor.unit),
    lists.fresh(),
  ]);
  const rows = await lists.dataSource
    .getRepository(SecondPersonRow)
    .createQueryBuilder('row')
    .where('row.waits')
    .andWhere(IN_BRANCH, { branch })
    .andWhere(kept.admits('row.stream'), kept.parameters)
    .orderBy('row.since')
    .addOrderBy('row.stream')
    .limit(LOOKED_AT + 1)
    .getMany();
  const found: Found[] = [];
  for (const { stream } of rows.slice(0, LOOKED_AT)) {
    if (found.length >= SECOND_PERSON_AT_MOST) break;
    found.push(...(await mine(service, seconds, stream.slice(seconds.prefix.length), asker)));
  }
  const isCut = found.length >= SECOND_PERSON_AT_MOST || rows.length > LOOKED_AT;
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
    more: isCut,
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
  { movesOf }: SecondPersons,
  events: readonly RecordedEvent[],
  { what, by }: Waiting,
): string {
  const opens = ({ event, metadata }: RecordedEvent): boolean =>
    metadata.actor.person === by.person &&
    movesOf(event).some((move) => move.what === what && (move.to === 'one' || move.to === 'more'));
  return events.findLast(opens)?.metadata.recordedAt ?? events.at(-1)?.metadata.recordedAt ?? '';
}
