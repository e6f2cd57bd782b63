import type { RequestContext } from '@minh-bach/http';
import { commandIdFrom, requestHashOf } from '@minh-bach/kernel';
import type { ServiceRuntime } from '@minh-bach/platform';
import { APPOINTMENTS_COUNT_MS, appointmentsDecider } from '../domain/appointments.decider.ts';
import type { Entry } from '../domain/entry.events.ts';

/**
 * Counted before it is recorded: what was not recorded after all counts, too. An end is never counted.
 *
 * @throws DomainError `DEPUTIES_TOO_OFTEN`
 */
export async function noteAppointment(
  service: ServiceRuntime,
  entry: Entry,
  { ifMatch: _, ...context }: RequestContext,
): Promise<void> {
  if (entry.kind !== 'deputy' || entry.revoked) return;
  await service.run({
    decider: appointmentsDecider,
    stream: `directory.appointments-by-${context.actor.person}`,
    command: { type: 'NoteAppointment', deputy: entry.deputy },
    context: {
      ...context,
      commandId: commandIdFrom(service.secret, 'appointment', context.commandId),
      requestHash: requestHashOf(service.secret, entry.id),
    },
    remembersMs: APPOINTMENTS_COUNT_MS,
  });
}
