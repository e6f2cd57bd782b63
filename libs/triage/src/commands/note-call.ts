import type { RequestContext } from '@minh-bach/http';
import { commandIdFrom, requestHashOf } from '@minh-bach/kernel';
import type { ServiceRuntime } from '@minh-bach/platform';
import { CALLS_COUNT_MS, callsDecider } from '../domain/calls.decider.ts';

/** Counted before it is recorded, for each petition once: what was not recorded after all counts, too. */
export async function noteCall(
  service: ServiceRuntime,
  matter: string,
  { ifMatch: _, ...context }: RequestContext,
): Promise<void> {
  await service.run({
    decider: callsDecider,
    stream: `triage.calls-by-${context.actor.person}`,
    command: { type: 'NoteCall', matter },
    context: {
      ...context,
      commandId: commandIdFrom(service.secret, 'call', context.commandId),
      requestHash: requestHashOf(service.secret, matter),
    },
    remembersMs: CALLS_COUNT_MS,
  });
}
