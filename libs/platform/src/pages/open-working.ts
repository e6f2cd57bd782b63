import type { Actor, DomainEvent, RecordedEvent } from '@minh-bach/kernel';
import { sealedFields, withOpened, type SealedData } from '@minh-bach/vault';
import { ownerOf } from '../commands/read-stream.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';

/**
 * A stream's events with their working text opened, for one reading: one call to the vault and one
 * line in the access log. What was erased is `null`; identity stays sealed.
 */
export async function openWorking<E extends DomainEvent>(
  service: ServiceRuntime,
  reading: {
    readonly actor: Actor;
    /** A code, e.g. `read-case`. */
    readonly purpose: string;
    readonly stream: string;
    readonly events: readonly RecordedEvent<E>[];
  },
): Promise<RecordedEvent<E>[]> {
  const { actor, purpose, stream, events } = reading;
  const matter = ownerOf(stream);
  const found = events.map(({ id, event }) => {
    const sealed: SealedData = { owner: matter, eventId: id, data: event.data };
    return { sealed, fields: sealedFields(sealed, 'working') };
  });
  const opened = await service.infrastructure.readingRoom.read({
    actor,
    purpose,
    matter,
    fields: found.flatMap(({ fields }) => fields),
  });
  const values = opened.map((field) => (field.state === 'open' ? field.value : null)).values();
  return events.map((recorded, i) => {
    const { sealed, fields } = found[i]!;
    const data = withOpened(
      sealed,
      fields,
      fields.map(() => values.next().value),
    );
    return { ...recorded, event: { ...recorded.event, data } };
  });
}
