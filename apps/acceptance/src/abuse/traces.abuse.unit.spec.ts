import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { formFound, formsOf, hashesOf } from './traces.ts';

const NAME = 'Đỗ-0a1b2c3d4e';
const around = (text: string) => `{"id":7,"name":"Ông ${text} ở phường 5"}`;

describe('Looking for traces of a text', () => {
  it.each([
    ['as it is', Buffer.from(around(NAME))],
    ['decomposed', Buffer.from(around(NAME).normalize('NFD'))],
    ['in capitals', Buffer.from(around(NAME).toUpperCase())],
    ['in hex', Buffer.from(Buffer.from(around(NAME)).toString('hex'))],
    ['in UTF-16', Buffer.from(around(NAME), 'utf16le')],
    ['escaped', Buffer.from(around('\\u0110\\u1ed7-0a1b2c3d4e'))],
    ['in a URL', Buffer.from(`/x?name=${encodeURIComponent(NAME)}`)],
    ...['', 'a', 'ab'].flatMap((before) =>
      (['base64', 'base64url'] as const).map(
        (how) =>
          [
            `in ${how} after ${before.length} bytes`,
            Buffer.from(Buffer.from(before + around(NAME)).toString(how)),
          ] as const,
      ),
    ),
  ])('finds it %s, in the middle of something else', (_, where) => {
    expect(formFound(where, formsOf(NAME))).toBeDefined();
  });

  it('finds nothing where it is not', () => {
    expect(formFound(Buffer.from(around('Đỗ-0a1b2c3d4f')), formsOf(NAME))).toBeUndefined();
  });

  it('finds a hash without a key, by which one could guess', () => {
    const phone = createHash('sha256').update('0912345678');
    const row = Buffer.from(JSON.stringify({ phone: phone.digest('base64') }));
    expect(formFound(row, hashesOf('0912345678'))).toBe('SHA-256 base64');
    expect(formFound(row, hashesOf('0912345679'))).toBeUndefined();
  });
});
