import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { metadataAsWritten, metadataToWrite } from './metadata.ts';

/** As the client gives it back. */
const throughTheClient = (written: Uint8Array): unknown => {
  if (written.length === 0) return undefined;
  try {
    return JSON.parse(Buffer.from(written).toString()) as unknown;
  } catch {
    return written;
  }
};

const back = (metadata: Uint8Array) =>
  Buffer.from(metadataAsWritten(throughTheClient(metadataToWrite(metadata))));

describe('metadata', () => {
  it.each([
    '',
    '{"actor":"Nguyễn Ữ"}',
    '{ "spaced": 1 }',
    '{"n":1.0}',
    '{"2":1,"1":2}',
    '{"a":1,"a":2}',
    '{"__proto__":1}',
    String.raw`"\u0041"`,
    'null',
    'no JSON',
    '\uFEFF{}',
  ])('comes back byte for byte: %s', (text) => {
    expect(back(Buffer.from(text))).toEqual(Buffer.from(text));
  });

  it('comes back byte for byte, whatever it is', () => {
    const octets = fc.uint8Array({ maxLength: 20 });
    const near = fc.json().map((text) => Buffer.from(text));
    const marked = octets.map((rest) => Uint8Array.of(0xff, ...rest));
    const broken = fc.tuple(near, octets).map(([a, b]) => Buffer.concat([a, b]));
    fc.assert(
      fc.property(fc.oneof(octets, near, marked, broken), (metadata) => {
        expect(back(metadata)).toEqual(Buffer.from(metadata));
      }),
    );
  });

  it('stays readable on the server where it is as JSON.stringify writes it', () => {
    const ours = Buffer.from(JSON.stringify({ commandId: 'c', salt: 's' }));
    expect(Buffer.from(metadataToWrite(ours))).toEqual(ours);
  });
});
