import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@minh-bach/kernel';
import { exportJWK, generateKeyPair } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { randomToken } from './seal.ts';

const key32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const secretsSchema = z.strictObject({
  /** Private keys of the tokens' signatures; the first signs, all verify. */
  signingKeys: z
    .array(
      z.looseObject({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        kid: z.string(),
        x: z.string(),
        y: z.string(),
        d: z.string(),
      }),
    )
    .min(1),
  /** Keys of the provider's signed cookies; the first signs. */
  cookieKeys: z.array(key32).min(1),
  /** Seals tokens and sign-in state in the database and in cookies. */
  sealKey: key32,
  /** The gateway is a confidential client of the embedded provider. */
  gatewayClientSecret: key32,
});

export type SignInSecrets = z.infer<typeof secretsSchema>;

/** The half of the signing keys that everybody may have. */
export const publicKeysOf = ({ signingKeys }: SignInSecrets): JSONWebKeySet => ({
  keys: signingKeys.map(({ kty, crv, kid, x, y }) => ({
    kty,
    crv,
    kid,
    x,
    y,
    alg: 'ES256',
    use: 'sig',
  })),
});

const FILE = 'sign-in.json';

/**
 * Drawn at random on the first start and kept in `<folder>/sign-in.json`, mode 600; there are no
 * default ones. Two processes that start at once end up with the same.
 *
 * @throws DomainError `SIGN_IN_SECRETS_EXPOSED` where others may read the file, `SIGN_IN_SECRETS_BROKEN` {path}
 */
export async function loadOrCreateSecrets(folder: string): Promise<SignInSecrets> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  return (await read(file)) ?? (await create(file));
}

async function read(file: string): Promise<SignInSecrets | undefined> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return undefined;
  if (process.platform !== 'win32' && found.mode & 0o077) {
    throw new DomainError('SIGN_IN_SECRETS_EXPOSED', { path: file });
  }
  const parsed = secretsSchema.safeParse(parsedOrNull(await readFile(file, 'utf8')));
  if (!parsed.success) throw new DomainError('SIGN_IN_SECRETS_BROKEN', { path: file });
  return parsed.data;
}

/** An error of the parser would say part of the secrets. */
function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function create(file: string): Promise<SignInSecrets> {
  const secrets = await draw();
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(secrets), { mode: 0o600, flag: 'wx', flush: true });
  try {
    // A link fails where the file is there already: whoever came first has drawn for all.
    await link(draft, file);
    return secrets;
  } catch (error) {
    const theirs = await read(file);
    if (!theirs) throw error;
    return theirs;
  } finally {
    await unlink(draft);
  }
}

async function draw(): Promise<SignInSecrets> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return secretsSchema.parse({
    signingKeys: [{ ...jwk, kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' }],
    cookieKeys: [randomToken()],
    sealKey: randomToken(),
    gatewayClientSecret: randomToken(),
  });
}
