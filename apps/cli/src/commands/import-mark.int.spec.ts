import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  FILE,
  append,
  at,
  exportAll,
  exports,
  importAll,
  imports,
  maybeStart,
  parts,
  refused,
  said,
  secrets,
  target,
} from '../specs/backups.ts';

describe('the mark of an unfinished import', () => {
  it('names what was begun; a run takes off what it has finished, and says what is left', async () => {
    expect(await exportAll()).toBe(0);
    await exports('--files', at('none'), '--files-at', at('no-such-folder'));
    const begun = [...parts('log', 'keys'), '--files', at('none'), '--files-at', at('begun')];
    expect(await imports(...begun, ...secrets())).toBe(1);
    refused('FILES_MISSING');
    const left = { code: 'IMPORT_UNFINISHED', details: { parts: 'log, files, keys' } };
    await expect(maybeStart()).rejects.toMatchObject(left);
    // Of files alone: nobody knows whether the log names others.
    expect(await imports(...parts('files'), '--files-at', at('begun'))).toBe(0);
    expect(said.text).toContain('import them in one run: log, files, keys');
    await expect(maybeStart()).rejects.toMatchObject(left);
    expect(await imports(...parts('log', 'files'), '--files-at', at('begun'))).toBe(0);
    const keysLeft = { code: 'IMPORT_UNFINISHED', details: { parts: 'log, keys' } };
    await expect(maybeStart()).rejects.toMatchObject(keysLeft);
    expect(await imports(...parts('log', 'keys'), ...secrets())).toBe(0);
    await maybeStart();
    // As an earlier version laid it: nobody knows what was begun.
    writeFileSync(at('data', 'import-unfinished'), '');
    await expect(maybeStart()).rejects.toMatchObject(left);
    expect(await importAll()).toBe(0);
    await maybeStart();
  }, 60_000);

  it('is not laid by a run that is refused before it changes anything', async () => {
    expect(await imports('--files', at('mistyped'), '--files-at', at('restored'))).toBe(1);
    refused('NO_EXPORT');
    await maybeStart();
    const changed = at('changed-files');
    cpSync(at('files'), changed, { recursive: true });
    expect(await imports('--files', changed, '--files-at', at('there'))).toBe(0);
    writeFileSync(at('there', 'aa', FILE), 'changed');
    expect(await imports('--files', changed, '--files-at', at('there'))).toBe(1);
    refused('FILE_DIFFERS');
    await maybeStart();
    const others = ['--log', at('log'), '--keys', at('files'), ...secrets()];
    expect(await imports(...others)).toBe(1);
    await maybeStart();
    await append(target, { gist: 'khác' }, 3);
    expect(await imports(...parts('log'))).toBe(1);
    refused('LOG_DIFFERS');
    await maybeStart();
  });

  it('is not laid where what was restored has moved on since: its keys and files stay as they are', async () => {
    expect(await exportAll()).toBe(0);
    expect(await importAll()).toBe(0);
    await maybeStart();
    await append(target, { gist: 'mới' }, 3);
    expect(await importAll()).toBe(1);
    refused('TARGET_LONGER');
    await maybeStart();
    const moved = [...parts('log', 'files'), '--files-at', at('elsewhere')];
    expect(await imports(...moved)).toBe(1);
    refused('TARGET_LONGER');
    expect(existsSync(at('elsewhere'))).toBe(false);
    await maybeStart();
  });
});
