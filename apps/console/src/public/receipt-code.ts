/** As in the kernel: 28 letters without 0 O 1 I L, 138 bits. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 28;

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

/** Spaces, dashes and small letters are as good as none. */
export const normalise = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '');

export const isComplete = (code: string): boolean =>
  new RegExp(`^[${ALPHABET}]{${LENGTH}}$`).test(normalise(code));

/** SHA-256, base64url. */
export async function hashOf(code: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
