import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sessionFolder } from './config.ts';

const sessionSchema = z.strictObject({
  /** Of the gateway. */
  url: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  accessToken: z.string(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
  refreshToken: z.string().exactOptional(),
});
export type StoredSession = z.infer<typeof sessionSchema>;

const file = () => join(sessionFolder(), 'session.json');

/** Nothing when nobody has signed in, or the file is not one of ours. */
export async function loadSession(): Promise<StoredSession | undefined> {
  const text = await readFile(file(), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return sessionSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** For its owner only (mode 600), whole or not at all. */
export async function saveSession(session: StoredSession): Promise<void> {
  await mkdir(sessionFolder(), { recursive: true, mode: 0o700 });
  const draft = `${file()}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(session), { mode: 0o600, flag: 'wx' });
  await chmod(draft, 0o600);
  await rename(draft, file());
}
