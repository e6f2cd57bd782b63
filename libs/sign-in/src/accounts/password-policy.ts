export const MIN_LENGTH = 15;
export const MAX_LENGTH = 128;

export type PasswordProblem = 'TOO_SHORT' | 'TOO_LONG' | 'TOO_SIMPLE' | 'CONTAINS_USERNAME';

/** Long ones from lists of leaked passwords; most of such lists is shorter than 15 anyway. */
const COMMON = [
  '123456789012345',
  'passwordpassword',
  'qwertyuiopasdfgh',
  'iloveyouiloveyou',
  'matkhaumatkhau',
  'anhyeuemnhieulam',
  'haiquanvietnam',
  'haiquanhaiquan',
  'administrator',
  'correcthorsebatterystaple',
];

const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm'];

/**
 * Length counts, composition does not (NIST SP 800-63B, ASVS 5.0 6.2): no rule about digits or
 * signs, nothing expires. Refused is what is short, made of very few signs, a run of the keyboard,
 * often leaked, or contains the name it protects.
 */
export function passwordProblem(password: string, username: string): PasswordProblem | undefined {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  if (length < MIN_LENGTH) return 'TOO_SHORT';
  if (length > MAX_LENGTH) return 'TOO_LONG';
  const lower = text.toLowerCase();
  if (username.length >= 4 && lower.includes(username.toLowerCase())) return 'CONTAINS_USERNAME';
  if (new Set(lower).size < 6 || withoutKnown(lower).length < 6) return 'TOO_SIMPLE';
  return undefined;
}

/** What is left when common words and keyboard runs of six signs and more are taken out. */
function withoutKnown(text: string): string {
  let rest = text;
  for (const common of COMMON) rest = rest.replaceAll(common, '');
  for (const run of RUNS) {
    for (let length = run.length; length >= 6; length -= 1) {
      for (let from = 0; from + length <= run.length; from += 1) {
        rest = rest.replaceAll(run.slice(from, from + length), '');
      }
    }
  }
  return rest;
}
