import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { canonicalBytes } from './canonical.ts';
import { checkDigit, hasValidCheckDigit } from './check-digit.ts';
import { SettableClock, localDate } from './clock.ts';
import { EventRegistry, defineEvent } from './event-registry.ts';
import { commandIdOf, eventIdOf } from './ids.ts';
import { drawNumber, isMatterNumber } from './matter-number.ts';
import { randomOctets } from './random.ts';
import { hashReceiptCode, isReceiptCode } from './receipt-code.ts';
import { mapSealed, sealed } from './sealed.ts';

const secret = Buffer.alloc(32, 7);
const metadata = (schemaVersion: number) =>
  canonicalBytes({
    correlationId: 'c',
    causationId: 'c',
    commandId: 'c',
    requestHash: 'h',
    actor: { person: 'p', role: 'r', unit: 'u' },
    salt: 's',
    occurredAt: '2026-11-20T02:00:00.000Z',
    recordedAt: '2026-11-20T02:00:00.000Z',
    schemaVersion,
  });

describe('canonical bytes (RFC 8785)', () => {
  it('sorts names and keeps Vietnamese letters as they are', () => {
    expect(Buffer.from(canonicalBytes({ b: 1.0, a: 'Đơn' })).toString()).toBe('{"a":"Đơn","b":1}');
  });
});

describe('check digit (ISO 7064 MOD 11,10)', () => {
  it('gives the digit of the standard', () => expect(checkDigit('0794')).toBe(5));

  it('finds every wrong digit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{10}$/),
        fc.nat(10),
        fc.integer({ min: 1, max: 9 }),
        (d, at, add) => {
          const whole = `${d}${checkDigit(d)}`;
          const wrong = [...whole]
            .map((c, i) => (i === at ? String((Number(c) + add) % 10) : c))
            .join('');
          return hasValidCheckDigit(whole) && !hasValidCheckDigit(wrong);
        },
      ),
    );
  });
});

describe('matter numbers', () => {
  const commandId = commandIdOf(secret, { principal: 'p', route: 'r', idempotencyKey: 'k' });

  it('are drawn the same for a retry and otherwise for the next candidate', () => {
    expect(drawNumber('petition', secret, commandId, 2026)).toBe(
      drawNumber('petition', secret, commandId, 2026),
    );
    expect(drawNumber('petition', secret, commandId, 2026, 1)).not.toBe(
      drawNumber('petition', secret, commandId, 2026),
    );
  });

  it('tell a petition from a case and a typing error from both', () => {
    const number = drawNumber('petition', secret, commandId, 2026);
    expect(isMatterNumber(number, 'petition')).toBe(true);
    expect(isMatterNumber(number, 'case')).toBe(false);
    expect(isMatterNumber(`${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`)).toBe(
      false,
    );
  });
});

describe('receipt codes', () => {
  const code = 'ABCD-EFGH-JKMN-PQRS-TUVW-XYZ2-3456';
  it('read the same with spaces, dashes and small letters', () => {
    expect(isReceiptCode(code)).toBe(true);
    expect(hashReceiptCode(code.toLowerCase().replaceAll('-', ' '))).toBe(hashReceiptCode(code));
  });
  it('have no letter that is taken for another', () => {
    expect(isReceiptCode(code.replace('A', 'O'))).toBe(false);
  });
});

describe('derived ids', () => {
  it('are version 8 UUIDs, each its own', () => {
    const ids = [0, 1].map((i) => eventIdOf(secret, 'command', 'stream', i));
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('event registry', () => {
  const renamed = defineEvent('Renamed', z.strictObject({ name: z.string() }), {
    version: 2,
    upcasters: { 1: (data) => ({ name: (data as { title: string }).title }) },
  });
  const registry = new EventRegistry([renamed]);

  it('reads golden bytes of every version', () => {
    const v1 = Buffer.from('{"title":"Đơn"}');
    const v2 = Buffer.from('{"name":"Đơn"}');
    expect(registry.decode('Renamed', v1, metadata(1)).event.data).toEqual({ name: 'Đơn' });
    expect(registry.decode('Renamed', v2, metadata(2)).event.data).toEqual({ name: 'Đơn' });
  });

  it('stops at an unknown type, an unknown version, a version from the future', () => {
    expect(() => registry.decode('Other', Buffer.from('{}'), metadata(1))).toThrow(
      'UNKNOWN_EVENT_TYPE',
    );
    expect(() => registry.decode('Renamed', Buffer.from('{}'), metadata(3))).toThrow(
      'EVENT_FROM_THE_FUTURE',
    );
  });

  it('writes nothing that does not fit the shape', () => {
    expect(() => registry.encode({ type: 'Renamed', data: { name: 1 } })).toThrow();
  });
});

describe('sealed fields', () => {
  const schema = z.strictObject({
    open: z.string(),
    people: z.array(z.strictObject({ name: sealed('identity', z.string()) })),
    text: sealed('working', z.string()).exactOptional(),
  });

  it('are found at any depth, with their compartment and path', () => {
    const seen: string[] = [];
    const out = mapSealed(schema, { open: 'o', people: [{ name: 'n' }], text: 't' }, (field) => {
      seen.push(`${field.compartment} ${field.path}`);
      return '*';
    });
    expect(seen).toEqual(['identity /people/0/name', 'working /text']);
    expect(out).toEqual({ open: 'o', people: [{ name: '*' }], text: '*' });
  });
});

describe('clock', () => {
  it('runs on from where it is set', () => {
    let base = 0;
    const clock = new SettableClock({ now: () => new Date(base) });
    clock.set(new Date('2026-12-01T00:00:00Z'));
    base += 1000;
    expect(clock.now().toISOString()).toBe('2026-12-01T00:00:01.000Z');
  });
  it('knows the date in Việt Nam', () =>
    expect(localDate('2026-11-20T17:30:00Z')).toBe('2026-11-21'));
});

describe('random bytes from the pool', () => {
  it('are never given out twice, also across refills', () => {
    const drawn = Array.from({ length: 2000 }, () => randomOctets(16).toString('hex'));
    expect(new Set(drawn).size).toBe(drawn.length);
  });
  it('may be as many as one likes', () => expect(randomOctets(5000)).toHaveLength(5000));
});
