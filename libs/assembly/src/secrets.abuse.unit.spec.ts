import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { processSecrets } from './secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('T25: the secrets of a process', () => {
  it('are not used when others may read them, or when they hold no secret', async () => {
    await processSecrets(folder);
    const file = join(folder, 'service.secret');
    await chmod(file, 0o644);
    await expect(processSecrets(folder)).rejects.toMatchObject({ code: 'SECRET_EXPOSED' });
    await chmod(file, 0o600);
    await writeFile(file, '{}');
    await expect(processSecrets(folder)).rejects.toMatchObject({ code: 'SECRET_BROKEN' });
  });
});
