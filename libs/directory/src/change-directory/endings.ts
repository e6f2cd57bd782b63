import type { RequestContext } from '@minh-bach/http';
import { commandIdFrom, requestHashOf } from '@minh-bach/kernel';
import { readStream, stateOf, type ServiceRuntime } from '@minh-bach/platform';
import { endingsDecider, isOneTooMany } from '../domain/endings.decider.ts';
import type { RightEndedAlone } from '../domain/endings.events.ts';

const streamOf = (administrator: string): string => `directory.endings-by-${administrator}`;

/** Read in a turn, from the stream: lists that stand still must not let more through. */
export async function endsTooMany(
  { infrastructure, registry, clock }: ServiceRuntime,
  people: readonly string[],
  { actor }: RequestContext,
): Promise<boolean> {
  const stream = streamOf(actor.person);
  const events = await readStream<RightEndedAlone>(infrastructure.store, registry, stream);
  return isOneTooMany(stateOf(endingsDecider, events), people, clock.now().getTime());
}

/** Counted before it is recorded: what was not recorded after all counts, too. */
export async function noteEnding(
  service: ServiceRuntime,
  people: readonly string[],
  { ifMatch: _, ...context }: RequestContext,
): Promise<void> {
  if (people.length === 0) return;
  await service.run({
    decider: endingsDecider,
    stream: streamOf(context.actor.person),
    command: { type: 'NoteEnding', people },
    context: {
      ...context,
      commandId: commandIdFrom(service.secret, 'ending', context.commandId),
      requestHash: requestHashOf(service.secret, people.join()),
    },
  });
}
