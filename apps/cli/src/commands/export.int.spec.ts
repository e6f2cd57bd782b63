import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import {
  FILE,
  append,
  at,
  exportAll,
  exports,
  importAll,
  imports,
  maybeStart,
  open,
  parts,
  refused,
  said,
  secrets,
  shown,
  source,
  target,
} from '../specs/backups.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';

const filesAt = () => ['--files-at', at('product', 'files')];

describe('mb export and mb import', () => {
  it('carry log, files and keys apart, and say how far they are, and nothing personal', async () => {
    expect(await exportAll()).toBe(0);
    expect(said.text).toMatch(/log: 2 sự kiện \/ events, thêm \/ added 2\n.*: [0-9a-f]{64}\n/);
    expect(said.text).toMatch(/files: 1, thêm \/ added 1\nKhóa \/ keys: 1/);
    expect(shown).toContain('exporting the log: 2');
    const [, chain] = /: ([0-9a-f]{64})\n/.exec(said.text)!;
    expect(await importAll()).toBe(0);
    expect(said.text).toMatch(
      /log is the same as the export: 2 sự kiện \/ events, thêm \/ added 2/,
    );
    expect(said.text.split(chain!)).toHaveLength(3);
    const [, digest] = /keys and accounts.*: ([0-9a-f]{64})\n/.exec(said.text)!;
    expect(said.text.split(digest!)).toHaveLength(3);
    expect(said.text + shown).not.toContain('đơn"');
    expect(readFileSync(at('restored', 'aa', FILE), 'utf8')).toBe('sealed');
    expect(await importAll()).toBe(0);
    expect(said.text).toMatch(/export: 2 sự kiện \/ events, thêm \/ added 0/);
  }, 60_000);

  it('name a new log, and refuse one with other events before they lay a key or a file', async () => {
    await append(target, { gist: 'khác' }, 3);
    expect(await importAll()).toBe(1);
    refused('LOG_DIFFERS');
    const pool = new pg.Pool({ connectionString: target.url });
    const { rows } = await pool.query(`select to_regclass('vault.keys') as keys`);
    await pool.end();
    expect(rows).toEqual([{ keys: null }]);
  });

  it('refuse the very log that was exported', async () => {
    writeFileSync(at('to'), source.url);
    expect(await importAll()).toBe(1);
    refused('LOG_OF_EXPORT');
    expect(said.text).toContain('"is":"same"');
    await maybeStart();
  });

  it('refuse to import without a file that the log names, unless told to take what is there', async () => {
    expect(await exports('--files', at('none'), '--files-at', at('no-such-folder'))).toBe(0);
    const options = [...parts('log'), '--files', at('none'), '--files-at', at('empty')];
    expect(await imports(...options)).toBe(1);
    refused('FILES_MISSING');
    expect(said.text).toContain(FILE);
    expect(await imports(...options, '--even-cut')).toBe(1);
    // What is there so far is no restore, and is not started.
    await expect(maybeStart()).rejects.toMatchObject({ code: 'IMPORT_UNFINISHED' });
    expect(await imports(...options, '--without-files')).toBe(0);
    await maybeStart();
    expect(said.text).toContain('the export lacks: 1');
  });

  it('refuse a backup key beside a master key that it is not derived from', async () => {
    cpSync(at('product', 'secrets'), at('two-keys'), { recursive: true });
    const other = Buffer.alloc(32, 7).toString('base64url');
    writeFileSync(at('two-keys', 'backup.key'), other, { mode: 0o600 });
    const run = exportCommand(open).run([
      ...[at('from'), '--secrets', at('two-keys'), '--log', at('of-two-keys')],
    ]);
    expect(await run).toBe(1);
    refused('BACKUP_KEY_WRONG');
    expect(said.text).toContain('not derived from the master key');
    expect(existsSync(at('of-two-keys'))).toBe(false);
  });

  it('refuse such a backup key to an import, too: the next export here would be worth nothing', async () => {
    cpSync(at('product', 'secrets'), at('two-keys-to'), { recursive: true });
    const other = Buffer.alloc(32, 7).toString('base64url');
    writeFileSync(at('two-keys-to', 'backup.key'), other, { mode: 0o600 });
    await exportAll();
    const run = imports(...parts('log', 'keys'), '--secrets', at('two-keys-to'));
    expect(await run).toBe(1);
    refused('BACKUP_KEY_WRONG');
    await maybeStart();
  });

  it('are kept back by no event of another service that names a file, nor by one that is no JSON', async () => {
    const another = await createTestDatabase();
    writeFileSync(at('from-another'), another.url);
    await append(another, { id: 'AAAAAAAAAAAAAAAAAAAAAA', sha256: 'x' }, 4, 'triage.a9m-1');
    await append(another, 'no json "sha256"', 5, 'triage.a9m-2');
    await append(another, 'no json "sha256"', 6);
    const run = exportCommand(open).run([
      ...[at('from-another'), ...secrets(), '--log', at('another-log')],
    ]);
    expect(await run).toBe(0);
    await another.drop();
    await exports('--files', at('none'), '--files-at', at('no-such-folder'));
    const options = ['--log', at('another-log'), '--files', at('none'), '--files-at', at('empty')];
    expect(await imports(...options)).toBe(0);
    expect(said.text).toContain('may name a file: 1 (intake.petition-6@0)');
  });

  it('take what is whole of an export that was cut short, where told to', async () => {
    const manifest = at('log', 'log.jsonl');
    const whole = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, whole.slice(0, -4));
    expect(await imports(...parts('log'))).toBe(1);
    refused('EXPORT_CUT');
    expect(await imports(...parts('log'), '--even-cut')).toBe(0);
    writeFileSync(manifest, whole);
  });

  it.each([
    ['KEYS_WITH_OTHERS', () => exports('--log', at('one'), '--keys', at('one'))],
    ['KEYS_WITH_OTHERS', () => exports('--log', at('one'), '--keys', at('one', 'keys'))],
    ['KEYS_WITH_OTHERS', () => exports('--files', at('one', 'files'), '--keys', at('one'))],
    ['EXPORT_INTO_PRODUCT', () => exports('--log', at('product', 'secrets', 'log'))],
    ['EXPORT_INTO_PRODUCT', () => exports('--log', at('link', 'x'), ...filesAt())],
    ['EXPORT_INTO_PRODUCT', () => exports('--files', at('product', 'files'), ...filesAt())],
    ['NO_FOLDER', () => exports('--log', '/dev/null')],
    ['NO_FOLDER', () => exports('--log', at('loop', 'log'))],
    ['KEYS_NEED_LOG', () => imports(...parts('keys'))],
    ['NO_EXPORT', () => imports('--log', at('nothing'))],
    ['NO_FILES_FOLDER', () => exports(...parts('files'))],
    ['NO_MASTER_KEY', () => imports(...parts('log', 'keys'))],
    ['NO_DATABASE', () => exportCommand(open).run(['esdb://db:2113', ...parts('log')])],
    ['NO_ADDRESS', () => exportCommand(open).run([at('no-such'), ...parts('log')])],
    ['PASSWORD_SHOWN', () => importCommand(open).run([source.url, ...parts('log')])],
    [
      'NO_KEYS',
      () => exportCommand(open).run([at('to'), ...secrets(), '--keys', at('none-there')]),
    ],
    ['NO_BACKUP_KEY', () => exportCommand(open).run([at('from'), ...parts('log')])],
  ])('refuse: %s', async (code, run) => {
    for (const [link, to] of [
      ['link', at('product', 'files')],
      ['loop', at('loop')],
    ] as const)
      if (!lstatSync(at(link), { throwIfNoEntry: false })) symlinkSync(to, at(link));
    expect(await run()).toBe(1);
    refused(code);
  });

  it('wait for no other export into the same folder, and take over what a killed one left', async () => {
    const lock = at('log', 'export.lock');
    writeFileSync(lock, String(process.pid));
    expect(await exports(...parts('log'))).toBe(1);
    refused('EXPORT_BUSY');
    writeFileSync(lock, '99999999');
    expect(await exports(...parts('log'))).toBe(0);
  });

  it('want --store for a data folder whose log is in EventStoreDB', async () => {
    mkdirSync(at('moved', 'postgres'), { recursive: true });
    writeFileSync(at('moved', 'eventstore-log'), 'id');
    expect(await exportCommand(open).run([at('moved'), ...parts('log')])).toBe(1);
    refused('LOG_ELSEWHERE');
  });

  it.each([[[]], [['a']], [['a', 'b', '--log', 'c']]])('explain themselves on %j', async (args) => {
    expect(await exportCommand(open).run(args)).toBe(2);
    expect(await importCommand(open).run(args)).toBe(2);
    expect(said.text).toContain('mb export NGUỒN');
    expect(said.text).toContain('mb import INTO');
  });
});
