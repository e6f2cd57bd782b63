/** As in the kernel: 28 letters without 0 O 1 I L, 138 bits. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const LENGTH = 28;

/** Made here and shown here; the server is given its hash only. */
export function makeReceiptCode(): string {
  const letters: string[] = [];
  // 248 = 8 · 31: larger bytes would favour the first letters.
  while (letters.length < LENGTH)
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH)))
      if (byte < 248 && letters.length < LENGTH) letters.push(ALPHABET[byte % 31] ?? '');
  return letters.join('');
}

export const inGroups = (code: string): string[] => code.match(/.{1,4}/g) ?? [];

/**
 * As it is typed from paper or pasted from a message: what stands before a colon, dashes, dots, spaces and
 * invisible characters are as good as none; so are small letters and wide ones.
 */
export const normalise = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/^.*:/s, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export const isComplete = (code: string): boolean =>
  new RegExp(`^[${ALPHABET}]{${LENGTH}}$`).test(normalise(code));

/** What is wrong with a code; `undefined` where nothing is. */
export type CodeFault =
  | { readonly is: 'empty' | 'number' | 'look-alike' }
  | { readonly is: 'letter'; readonly letter: string }
  | { readonly is: 'short' | 'long'; readonly typed: number; readonly by: number };

export function faultOf(code: string): CodeFault | undefined {
  const typed = normalise(code);
  if (typed === '') return { is: 'empty' };
  if (/^[DV]\d{11}$/.test(typed)) return { is: 'number' };
  const odd = [...typed].find((letter) => !ALPHABET.includes(letter));
  if (odd !== undefined)
    return '0O1IL'.includes(odd) ? { is: 'look-alike' } : { is: 'letter', letter: odd };
  const by = typed.length - LENGTH;
  if (by === 0) return undefined;
  return { is: by < 0 ? 'short' : 'long', typed: typed.length, by: Math.abs(by) };
}

/** SHA-256, base64url. */
export async function hashOf(code: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
