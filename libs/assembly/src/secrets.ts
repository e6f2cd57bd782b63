import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, readdir, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@minh-bach/kernel';

/** What a process derives ids from and speaks to the others under. */
export interface ProcessSecrets {
  /** Signs and seals messages; the same in all processes. */
  readonly messages: Uint8Array;
  /** Of the ids of commands; the same in all services. */
  readonly commands: Uint8Array;
  /** @throws when the folder holds no secret of this service */
  of(service: string): Uint8Array;
}

/** Whether secrets may be drawn where they are missing: not where there is something of theirs already. */
export type MayDraw = () => Promise<boolean>;

/**
 * A folder that `mb prepare` laid holds what one process may know, in files of their own. Any other
 * folder holds, or gets, one `service.secret` from which all of them are derived.
 *
 * @throws DomainError as `loadOrCreateSecret`
 */
export async function processSecrets(
  folder: string,
  mayDraw: MayDraw = () => Promise.resolve(true),
): Promise<ProcessSecrets> {
  const names = await readdir(folder).catch((): string[] => []);
  if (!names.includes('messages.secret')) {
    const root = await loadOrCreateSecret(folder, 'service.secret', mayDraw);
    return {
      messages: derivedSecret(root, 'messages'),
      commands: derivedSecret(root, 'commands'),
      of: (service) => derivedSecret(root, `service ${service}`),
    };
  }
  const own = new Map<string, Uint8Array>();
  for (const name of names) {
    const service = /^service-([a-z]+)\.secret$/.exec(name)?.[1];
    if (service) own.set(service, await readSecret(folder, name));
  }
  const messages = await readSecret(folder, 'messages.secret');
  return {
    messages,
    // The gateway has no commands of its own.
    commands: names.includes('commands.secret')
      ? await readSecret(folder, 'commands.secret')
      : derivedSecret(messages, 'no commands'),
    of(service) {
      const secret = own.get(service);
      if (!secret) throw new Error(`${folder} holds no service-${service}.secret`);
      return secret;
    },
  };
}

/**
 * @throws DomainError `SECRET_EXPOSED` {path} when others than its owner may read the file, `SECRET_BROKEN`
 *   {path} when it does not hold 32 bytes
 */
export async function readSecret(folder: string, name: string): Promise<Uint8Array> {
  const path = join(folder, name);
  const secret = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url');
  if (process.platform !== 'win32' && (await stat(path)).mode & 0o077)
    throw new DomainError('SECRET_EXPOSED', { path });
  if (secret.length !== 32) throw new DomainError('SECRET_BROKEN', { path });
  return secret;
}

/**
 * A secret of 32 bytes in a file that only its owner may read, drawn on first use. Kept beside the
 * other keys, never in the database: ids derived under it must not be guessed by who reads a dump.
 *
 * @throws DomainError `SECRET_MISSING` {path} where it may not be drawn; as `readSecret`
 */
export async function loadOrCreateSecret(
  folder: string,
  name: string,
  mayDraw: MayDraw = () => Promise.resolve(true),
): Promise<Uint8Array> {
  try {
    return await readSecret(folder, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (!(await mayDraw())) throw new DomainError('SECRET_MISSING', { path: join(folder, name) });
  await keepSecret(folder, name, randomBytes(32));
  return readSecret(folder, name);
}

/** Writes a secret where there is none yet; one that is there stays. */
export async function keepSecret(folder: string, name: string, secret: Uint8Array): Promise<void> {
  const path = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(fresh, Buffer.from(secret).toString('base64url'), { mode: 0o600, flush: true });
  // Of several first starts one wins, whole.
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(fresh);
}

/** One secret per use, from the one that is kept. */
export const derivedSecret = (root: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', root, '', `minh-bach ${use}`, 32));
