import { randomUUID } from 'node:crypto';
import {
  contextOfSystem,
  ownerOf,
  readStream,
  stateOf,
  type CommandOutcome,
  type ServiceRuntime,
} from '@minh-bach/platform';
import type { TakeApart } from '../domain/merge.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import type { Taken, TriageState } from '../domain/petition.state.ts';
import { petitions, type LoadedPetition } from '../petition-stream.ts';

/** As its stream tells it now, for the service itself. */
export async function stateNow(
  { infrastructure, registry }: ServiceRuntime,
  number: string,
): Promise<Taken | undefined> {
  const stream = petitions.nameOf(number);
  const events = await readStream<PetitionEvent>(infrastructure.store, registry, stream);
  const state = stateOf(petitions.decider, events);
  return state.is === 'unknown' ? undefined : state;
}

interface Pair {
  readonly from: string;
  readonly other: string;
}

/** `from` notes that `other` is not merged into it any more. Nothing happens while it still is. */
export async function letGo(service: ServiceRuntime, { from, other }: Pair): Promise<void> {
  if ((await stateNow(service, other))?.mergedInto === from) return;
  await service.run({
    decider: petitions.decider,
    stream: petitions.nameOf(from),
    command: { type: 'LetGoDuplicate', other },
    context: contextOfSystem(service.secret, service.name, 'let-go', from, other, randomUUID()),
  });
  // Merged between the two: what is not held is not merged.
  if ((await stateNow(service, other))?.mergedInto === from)
    await leave(service, { from, other }, 'other-dealt-with');
}

/** `other` is not merged into `from` any more, without anybody asking for it; both are told. */
export async function takeApart(
  service: ServiceRuntime,
  pair: Pair,
  because: TakeApart['because'],
): Promise<void> {
  await leave(service, pair, because);
  await letGo(service, pair);
}

const leave = (service: ServiceRuntime, { from, other }: Pair, because: TakeApart['because']) =>
  service.run({
    decider: petitions.decider,
    stream: petitions.nameOf(other),
    command: { type: 'TakeApart', from, because },
    context: contextOfSystem(service.secret, service.name, 'apart', from, other, randomUUID()),
  });

/** The petition that this command took the merged one out of, now or at its first try. */
export const takenFrom = ({ events }: Pick<CommandOutcome<unknown, PetitionEvent>, 'events'>) =>
  events
    .map(({ event }) => event)
    .flatMap((event) => (event.type === 'PetitionUnmerged' ? (event.data.from ?? []) : []));

export async function letGoAfter(
  service: ServiceRuntime,
  done: CommandOutcome<TriageState, PetitionEvent>,
): Promise<void> {
  for (const from of takenFrom(done)) await letGo(service, { from, other: ownerOf(done.stream) });
}

/** A merge that broke off halfway leaves a note of a petition that was never merged. It is taken off here. */
export async function letGoOfOthers(
  service: ServiceRuntime,
  { state: { petition, holds } }: LoadedPetition,
): Promise<void> {
  for (const other of holds) await letGo(service, { from: petition, other });
}
