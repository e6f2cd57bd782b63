import { mapSealed, type DomainEvent, type EventRegistry, isCiphertext } from '@minh-bach/kernel';
import type { FieldToSeal, Vault } from '@minh-bach/vault';

/** Events whose declared fields are sealed, all in one call to the vault. */
export async function sealEvents(
  vault: Vault,
  registry: EventRegistry,
  owner: string,
  events: readonly { id: string; event: DomainEvent }[],
): Promise<DomainEvent[]> {
  const fields: FieldToSeal[] = [];
  for (const { id, event } of events)
    mapSealed(
      registry.definition(event.type).schema,
      event.data,
      ({ compartment, path, value }) => {
        if (!isCiphertext(value)) fields.push({ owner, compartment, eventId: id, path, value });
        return value;
      },
    );
  const boxes = fields.length > 0 ? await vault.seal(fields) : [];
  let next = 0;
  return events.map(({ event }) => ({
    type: event.type,
    data: mapSealed(registry.definition(event.type).schema, event.data, ({ value }) =>
      isCiphertext(value) ? value : boxes[next++],
    ),
  }));
}
