import { describe, expect, it } from '@jest/globals';
import { localDate, mapSealed, type EventRegistry, type RecordedEvent } from '@minh-bach/kernel';
import fc from 'fast-check';

interface Told {
  readonly type: string;
  readonly data: unknown;
}

export interface PublicationCase {
  readonly registry: EventRegistry;
  readonly translate: (event: RecordedEvent) => Told | undefined;
  /** Schemas of the topic's messages, by type. */
  readonly contracts: Readonly<Record<string, { parse(data: unknown): unknown }>>;
  /** At least one event of every type that is told. */
  readonly events: readonly RecordedEvent[];
}

/** What a service tells others fits the contracts, and nothing sealed or personal is in it. */
export function describePublication({ registry, translate, contracts, events }: PublicationCase) {
  const told = (event: RecordedEvent): Told[] => {
    const message = translate(event);
    return message ? [message] : [];
  };

  describe('what is told to others', () => {
    it('is every message of the contract, and fits it', () => {
      const messages = events.flatMap(told);
      expect([...new Set(messages.map(({ type }) => type))].sort()).toEqual(
        Object.keys(contracts).sort(),
      );
      for (const { type, data } of messages) expect(contracts[type]?.parse(data)).toEqual(data);
    });

    it('depends on nothing sealed, and not on who did it', () => {
      const anyone = fc.record({ person: fc.string(), role: fc.string(), unit: fc.string() });
      fc.assert(
        fc.property(fc.constantFrom(...events), fc.string(), anyone, (recorded, secret, actor) => {
          const { event, metadata } = recorded;
          const { schema } = registry.definition(event.type);
          const other: RecordedEvent = {
            ...recorded,
            event: { ...event, data: mapSealed(schema, event.data, () => secret) },
            metadata: { ...metadata, actor },
          };
          expect(translate(other)).toEqual(translate(recorded));
        }),
      );
    });

    it('T4: is what its message names; what an event learns to say later stays untold', () => {
      for (const recorded of events) {
        const { event } = recorded;
        const later = {
          ...event,
          data: { ...(event.data as object), learnedLater: 'Nguyễn Văn A' },
        };
        expect(translate({ ...recorded, event: later })).toEqual(translate(recorded));
      }
    });

    it('says in words only what the event says in the open', () => {
      for (const recorded of events) {
        const { event, stream, metadata } = recorded;
        const { schema } = registry.definition(event.type);
        const open = stringsIn(mapSealed(schema, event.data, () => null));
        const number = stream.slice(stream.indexOf('-') + 1);
        const days = [metadata.recordedAt, metadata.occurredAt].map(localDate);
        for (const { data } of told(recorded))
          for (const said of stringsIn(data)) expect([...open, number, ...days]).toContain(said);
      }
    });
  });
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
