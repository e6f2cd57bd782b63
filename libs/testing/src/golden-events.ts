import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  canonicalBytes,
  isCiphertext,
  mapSealed,
  parseBytes,
  type EventRegistry,
} from '@minh-bach/kernel';

/** One event as it stands in a log: the canonical bytes of its data and envelope, as text. */
export interface GoldenEvent {
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

const bytes = (text: string): Uint8Array => Buffer.from(text);
const text = (of: Uint8Array): string => Buffer.from(of).toString();

/**
 * What was once stored decodes for ever. An entry is never changed or taken out: a new version of a
 * type gets an entry of its own, and the old one is then read through its upcasters.
 *
 * @param file JSON, an array of `GoldenEvent`
 */
export function describeGoldenEvents(registry: EventRegistry, file: URL) {
  const golden = JSON.parse(readFileSync(file, 'utf8')) as GoldenEvent[];
  const decoded = golden.map((entry) => ({
    ...entry,
    ...registry.decode(entry.type, bytes(entry.data), bytes(entry.metadata)),
  }));

  describe('golden bytes', () => {
    it.each(golden)('of $type are canonical and decode', ({ type, data, metadata }) => {
      expect(registry.decode(type, bytes(data), bytes(metadata)).event.type).toBe(type);
      for (const stored of [data, metadata])
        expect(text(canonicalBytes(parseBytes(bytes(stored))))).toBe(stored);
    });

    it('are what is written now, for the versions that are written now', () => {
      const now = decoded.filter(
        ({ type, metadata }) => metadata.schemaVersion === registry.definition(type).version,
      );
      for (const { event, data } of now) expect(text(registry.encode(event))).toBe(data);
    });

    it('are there for every type at its current version', () => {
      const there = decoded.map(({ type, metadata }) => `${type}@${metadata.schemaVersion}`);
      const wanted = registry.types.map((type) => `${type}@${registry.definition(type).version}`);
      expect(there).toEqual(expect.arrayContaining(wanted));
    });

    it('hold no sealed field in clear', () => {
      for (const { event } of decoded)
        mapSealed(registry.definition(event.type).schema, event.data, ({ path, value }) => {
          expect([path, isCiphertext(value)]).toEqual([path, true]);
          return value;
        });
    });
  });
}
