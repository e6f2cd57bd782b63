import { createHash } from 'node:crypto';
import { readFile, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** A piece of text, in all the ways in which it could have been left somewhere. */
export function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(text);
  const forms = new Map<string, Buffer>([
    ['UTF-8', bytes],
    ['NFD', Buffer.from(text.normalize('NFD'))],
    ['small letters', Buffer.from(text.toLowerCase())],
    ['capitals', Buffer.from(text.toUpperCase())],
    ['JSON', Buffer.from(escaped(text, (code) => `\\u${code.toString(16).padStart(4, '0')}`))],
    ['URL', Buffer.from(encodeURIComponent(text))],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16BE', Buffer.from(text, 'utf16le').swap16()],
  ]);
  // Wherever in a longer text it stands: base64 groups three bytes, and neighbours touch the ends.
  for (const at of [0, 1, 2])
    for (const alphabet of ['base64', 'base64url'] as const) {
      const told = Buffer.concat([Buffer.alloc(at), bytes])
        .toString(alphabet)
        .replace(/=+$/, '');
      forms.set(`${alphabet} ${at}`, Buffer.from(told.slice(at === 0 ? 0 : at + 1, -1)));
    }
  return forms;
}

/** Hashes without a key: whoever guesses a phone number would find it by them. */
export function hashesOf(text: string): ReadonlyMap<string, Buffer> {
  const hash = createHash('sha256').update(text).digest();
  return new Map([
    ['SHA-256', hash],
    ['SHA-256 hex', Buffer.from(hash.toString('hex'))],
    ['SHA-256 base64', Buffer.from(hash.toString('base64').slice(0, -1))],
    ['SHA-256 base64url', Buffer.from(hash.toString('base64url'))],
  ]);
}

/** @returns the form in which it is found first, if it is */
export const formFound = (where: Buffer, forms: ReadonlyMap<string, Buffer>): string | undefined =>
  [...forms].find(([, bytes]) => where.includes(bytes))?.[0];

/** Every file below a folder with what it holds; those that vanish meanwhile are left out. */
export async function* filesBelow(folder: string): AsyncGenerator<readonly [string, Buffer]> {
  const entries = await readdir(await realpath(folder), { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch(() => undefined);
    if (content) yield [path, content];
  }
}

/** As `JSON.stringify` never does, but others do: all that is not ASCII by its code. */
const escaped = (text: string, write: (code: number) => string): string =>
  [...text].map((c) => (c > '~' ? write(c.charCodeAt(0)) : c)).join('');
