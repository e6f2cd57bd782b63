import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { box, randomToken } from './seal.ts';
import { loadOrCreateSecrets, publicKeysOf } from './secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-secrets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('Secrets of signing in', () => {
  it('are drawn once, the same for all who start at once, and for their owner only', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => loadOrCreateSecrets(folder)));
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await stat(join(folder, 'sign-in.json'))).mode & 0o777).toBe(0o600);
    expect(await loadOrCreateSecrets(folder)).toEqual(all[0]);
  });

  it('are different in every place', async () => {
    const other = await mkdtemp(join(tmpdir(), 'minh-bach-secrets-'));
    const [here, there] = [await loadOrCreateSecrets(folder), await loadOrCreateSecrets(other)];
    expect(here.sealKey).not.toBe(there.sealKey);
    expect(here.gatewayClientSecret).not.toBe(there.gatewayClientSecret);
    await rm(other, { recursive: true });
  });

  it('are not used when others may read them, or when they are not what they should be', async () => {
    await loadOrCreateSecrets(folder);
    const file = join(folder, 'sign-in.json');
    await chmod(file, 0o644);
    await expect(loadOrCreateSecrets(folder)).rejects.toMatchObject({
      code: 'SIGN_IN_SECRETS_EXPOSED',
    });
    await chmod(file, 0o600);
    for (const left of ['', '{"sealKey":"secret', '{"sealKey":"default"}']) {
      await writeFile(file, left);
      const refused = loadOrCreateSecrets(folder);
      await expect(refused).rejects.toMatchObject({ code: 'SIGN_IN_SECRETS_BROKEN' });
      await expect(refused).rejects.not.toThrow('secret"');
    }
  });

  it('have a public half without the private one', async () => {
    const [key] = publicKeysOf(await loadOrCreateSecrets(folder)).keys;
    expect(key).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256' });
    expect(key).not.toHaveProperty('d');
  });
});

describe('A box', () => {
  const key = () => Buffer.from(randomToken(), 'base64url');

  it('opens for the same place and key only, and only unchanged', () => {
    const one = box(key());
    const sealed = one.seal('mã bí mật', 'here');
    expect(one.open(sealed, 'here')).toBe('mã bí mật');
    expect(() => one.open(sealed, 'there')).toThrow();
    expect(() => box(key()).open(sealed, 'here')).toThrow();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => one.open(changed, 'here')).toThrow();
  });
});
