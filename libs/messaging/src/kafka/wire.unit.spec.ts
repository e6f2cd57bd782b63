import { describe, expect, it } from '@jest/globals';
import { canonicalBytes, isDomainError } from '@minh-bach/kernel';
import { contractsOf, messageOf } from '../conformance/fixture.ts';
import type { Message } from '../messaging.ts';
import { messageIdOf } from '../translation.ts';
import { sharedSecret } from './message-authentication.ts';
import { decode, encode, macOf, type WireMessage } from './wire.ts';

const authentication = sharedSecret(Buffer.alloc(32, 1));
const message = messageOf('intake.petition-1', 3, 1);
const read = (wire: Partial<WireMessage>, topic = 'intake.v1') => {
  const { key = '', value = Buffer.alloc(0), headers } = wire;
  const raw = { topic, partition: 0, offset: '0', key: Buffer.from(key), value };
  return decode({ ...raw, mac: headers?.mac ?? null }, authentication, contractsOf('intake'));
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'fine';
  } catch (error) {
    return isDomainError(error) ? error.code : String(error);
  }
};
/** Signed by us, whatever it says. */
const written = (change: object): WireMessage =>
  encode({ ...message, ...change } as Message, authentication);

const plainOf = ({ topic: _, ...rest }: Message) => Buffer.from(canonicalBytes(rest));
const sealedByAnother = (plain: Uint8Array) =>
  sharedSecret(Buffer.alloc(32, 2)).seal('intake.v1', plain);

describe('T9: what lies in a topic', () => {
  const about = (data: object) => encode({ ...message, data } as Message, authentication).value;

  it('names nothing of what a message says', () => {
    const value = about({ unit: 'HQ-SM', declaredKind: 'denunciation' }).toString('latin1');
    for (const word of ['HQ-SM', 'denunciation', 'unit', 'event-3', message.type])
      expect(value).not.toContain(word);
  });

  it('is as long for a matter that is hidden as for one that is not, and never the same twice', () => {
    const hidden = about({ gist: null, respondentUnit: null });
    const open = about({ gist: 'Khiếu nại quyết định ấn định thuế', respondentUnit: 'HQ-SM' });
    expect(hidden.length).toBe(open.length);
    expect(about({ n: 1 }).equals(about({ n: 1 }))).toBe(false);
  });

  it('is refused when one bit of it was changed, though somebody signed it again', () => {
    const wire = encode(message, authentication);
    for (const at of [1, 20, wire.value.length - 1]) {
      const value = Buffer.from(wire.value);
      value[at]! ^= 1;
      const mac = authentication.sign('intake.v1', value);
      expect(codeOf(() => read({ ...wire, value, headers: { mac } }))).toBe('NOT_AUTHENTIC');
    }
  });
});

describe('the wire form of a message', () => {
  it('gives back what was written', () => {
    const traced = { ...message, traceparent: '00-1-2-01' };
    expect(read(encode(message, authentication))).toEqual(message);
    expect(read(encode(traced, authentication))).toEqual(traced);
  });

  it('has the source stream as key', () => {
    expect(encode(message, authentication).key).toBe('intake.petition-1');
  });

  it('gives back what was written before messages were sealed', () => {
    const value = plainOf(message);
    const mac = authentication.sign('intake.v1', value);
    expect(read({ key: 'intake.petition-1', value, headers: { mac } })).toEqual(message);
  });

  it('is refused without the mark of a relay, and with that of another topic', () => {
    const wire = encode(message, authentication);
    const others = sharedSecret(Buffer.alloc(32, 2));
    expect(codeOf(() => read({ key: wire.key, value: wire.value }))).toBe('NOT_AUTHENTIC');
    expect(codeOf(() => read(encode(message, others)))).toBe('NOT_AUTHENTIC');
    expect(codeOf(() => read(wire, 'triage.v1'))).toBe('NOT_AUTHENTIC');
    expect(codeOf(() => read({ ...wire, headers: { mac: 'short' } }))).toBe('NOT_AUTHENTIC');
    expect(codeOf(() => read({}))).toBe('NOT_AUTHENTIC');
  });

  it.each([
    ['id', 'another'],
    ['type', 'Other'],
    ['data', { n: 99 }],
    ['source', { stream: 'intake.petition-1', revision: Number.MAX_SAFE_INTEGER, previous: 1 }],
    ['correlationId', 'another'],
    ['causationId', 'another'],
    ['occurredAt', '2027-01-01T00:00:00.000Z'],
  ])('is refused when %s was changed on the way', (field, value) => {
    const wire = encode(message, authentication);
    const changed = plainOf({ ...message, [field]: value } as Message);
    expect(codeOf(() => read({ ...wire, value: changed }))).toBe('NOT_AUTHENTIC');
    const mac = authentication.sign('intake.v1', sealedByAnother(changed));
    expect(codeOf(() => read({ ...wire, value: sealedByAnother(changed), headers: { mac } }))).toBe(
      'NOT_AUTHENTIC',
    );
  });

  it.each([
    ['FORGED_FIELDS', { id: 'another' }],
    ['FORGED_FIELDS', { source: { stream: 'triage.petition-1', revision: 3, previous: 1 } }],
    ['NOT_AN_ENVELOPE', { source: { ...message.source, revision: 1.5 } }],
    ['NOT_AN_ENVELOPE', { source: { ...message.source, revision: -1, previous: null } }],
    ['NOT_AN_ENVELOPE', { source: { ...message.source, previous: 3 } }],
    ['NOT_AN_ENVELOPE', { source: { ...message.source, more: 1 } }],
    ['NOT_AN_ENVELOPE', { actor: 'someone' }],
    ['NOT_AN_ENVELOPE', { occurredAt: 'yesterday' }],
    ['UNKNOWN_MESSAGE_TYPE', { type: 'constructor' }],
    ['INVALID_DATA', { data: { n: 'one' } }],
    ['INVALID_DATA', { data: { n: 1, more: 2 } }],
  ])('is refused as %s even when signed: %j', (code, change) => {
    expect(codeOf(() => read(written(change)))).toBe(code);
  });

  it('is refused when it speaks for a stream of another service, though all else fits', () => {
    const { topic, causationId } = message;
    const stream = 'triage.petition-1';
    const id = messageIdOf(topic, stream, causationId);
    const wire = written({ id, source: { ...message.source, stream } });
    expect(codeOf(() => read(wire))).toBe('FORGED_FIELDS');
  });

  it('is refused under another key than its stream', () => {
    const wire = encode(message, authentication);
    expect(codeOf(() => read({ ...wire, key: 'intake.petition-2' }))).toBe('FORGED_KEY');
  });

  it('T8: bears no mark but one that a relay can have written', () => {
    const { mac } = encode(message, authentication).headers;
    expect(macOf({ mac })).toBe(mac);
    for (const other of [`${mac}\0`, `${mac}=`, ` ${mac}`, mac.repeat(9_999), [mac, mac]])
      expect(macOf({ mac: other })).toBeNull();
    expect(macOf(undefined)).toBeNull();
  });

  it('needs a secret of 32 bytes', () => {
    expect(() => sharedSecret(Buffer.alloc(31))).toThrow('32 bytes');
  });
});
