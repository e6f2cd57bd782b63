import { checkDigit, hasValidCheckDigit } from './check-digit.ts';
import { drawFrom } from './ids.ts';

/**
 * Public numbers: `D26-48301725-4` is a petition (đơn), `V26-…` a case (vụ việc): letter, year,
 * eight digits drawn by keyed hash of the command's id, check digit over year and digits. They open
 * nothing, and gaps between them tell nothing.
 */
export type MatterNumber = string;

const SPACE = 100_000_000;
const PATTERN = /^([DV])(\d{2})-(\d{8})-(\d)$/;

export function drawNumber(
  kind: 'petition' | 'case',
  secret: Uint8Array,
  commandId: string,
  year: number,
  attempt = 0,
): MatterNumber {
  const yy = String(year % 100).padStart(2, '0');
  const digits = String(drawFrom(secret, commandId, attempt, SPACE)).padStart(8, '0');
  return `${kind === 'petition' ? 'D' : 'V'}${yy}-${digits}-${checkDigit(yy + digits)}`;
}

export function isMatterNumber(text: string, kind?: 'petition' | 'case'): boolean {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const [, letter, yy, digits, check] = match;
  if (kind && letter !== (kind === 'petition' ? 'D' : 'V')) return false;
  return hasValidCheckDigit(`${yy}${digits}${check}`);
}
