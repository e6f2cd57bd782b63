import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BadConfig } from './define-config.ts';
import type { Mode } from './mode.ts';

/** At least 32 bytes, base64url: `openssl rand -base64 32 | tr '+/' '-_'`. */
export const secretSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43,}={0,2}$/, { error: 'must be at least 32 random bytes in base64url' })
  .transform((text) => Uint8Array.from(Buffer.from(text, 'base64url')));

/** Known to everybody who reads this file: for a demonstration on one machine. */
export const demoSecret = (name: string): Uint8Array =>
  Uint8Array.from(createHash('sha256').update(`minh-bach demo ${name}`).digest());

/**
 * The secret that was configured; outside production a known one when there is none.
 *
 * @throws BadConfig in production: without a secret, with a short one or with the demonstration's
 */
export function secretOf(mode: Mode, name: string, configured: Uint8Array | undefined): Uint8Array {
  if (mode !== 'production') return configured ?? demoSecret(name);
  if (configured === undefined) throw new BadConfig([`${name}: must be set in production`]);
  if (configured.length < 32) throw new BadConfig([`${name}: must be at least 32 random bytes`]);
  if (Buffer.compare(configured, demoSecret(name)) === 0)
    throw new BadConfig([`${name}: production refuses the secret of the demonstration`]);
  return configured;
}
