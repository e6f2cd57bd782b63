import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportFiles, importFiles } from './export-files.ts';
import { FolderFileStore } from './folder-file-store.ts';

const [A, B, C] = ['aaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbb', 'aacccccccccccccccccccc'];
const LIST = 'files.sha256';

let root: string;
let source: string;
let folder: string;
let target: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
  [source, folder, target] = [join(root, 'files'), join(root, 'export'), join(root, 'to')];
  await lay(A, 'sealed a');
  await lay(B, 'sealed b');
});
afterEach(() => rmSync(root, { recursive: true }));

const lay = (id: string, content: string) =>
  new FolderFileStore(source).write(
    id,
    (async function* () {
      yield Buffer.from(content);
    })(),
  );
const pathOf = (id: string, at = folder) => join(at, id.slice(0, 2), id);
const run = () => exportFiles({ from: source, folder });
const bring = (evenCut = false) => importFiles({ folder, to: target, evenCut });
const refused = (code: string, details: object = {}) =>
  expect(bring()).rejects.toMatchObject({ code, details });
const edit = (change: (text: string) => string) =>
  writeFileSync(join(folder, LIST), change(readFileSync(join(folder, LIST), 'utf8')));

describe('an export of sealed files', () => {
  it('imports as the same files', async () => {
    expect(await run()).toEqual({ files: 2, added: 2 });
    expect(await bring()).toEqual({ files: 2, added: 2 });
    for (const id of [A, B])
      expect(readFileSync(pathOf(id, target))).toEqual(readFileSync(pathOf(id, source)));
    expect(await bring()).toEqual({ files: 2, added: 0 });
  });

  it('adds new ones alone, and loses none that the product has removed', async () => {
    await run();
    rmSync(pathOf(A, source));
    await lay(C, 'sealed c');
    expect(await run()).toEqual({ files: 3, added: 1 });
    expect(await bring()).toEqual({ files: 3, added: 3 });
  });

  it('leaves out what is not whole', async () => {
    writeFileSync(`${pathOf(A, source)}.part`, 'half');
    await run();
    expect(readdirSync(join(folder, 'aa'))).toEqual([A]);
  });

  it('goes on after it was cut in the middle of a line, and lays again what went missing', async () => {
    await run();
    edit((text) => text.slice(0, -10));
    rmSync(pathOf(A));
    rmSync(join(folder, 'files.end'));
    expect(await run()).toMatchObject({ files: 2 });
    expect(await bring()).toMatchObject({ files: 2 });
  });

  it('of a product without files is one', async () => {
    rmSync(source, { recursive: true });
    expect(await run()).toEqual({ files: 0, added: 0 });
    expect(await bring()).toEqual({ files: 0, added: 0 });
  });
});

describe('an import of files is refused', () => {
  beforeEach(run);

  it('of a folder without a list', async () => {
    rmSync(join(folder, LIST));
    await refused('NO_EXPORT');
  });

  it('of an export that was cut short, unless told to take what is whole', async () => {
    edit((text) => text + `${text.slice(0, 64)}  aa/${C}\n`);
    await refused('EXPORT_CUT');
    rmSync(join(folder, 'files.end'));
    await refused('EXPORT_CUT');
    edit((text) => text.split('\n').slice(0, 2).join('\n') + '\nhalf a li');
    await refused('EXPORT_CUT');
    expect(await bring(true)).toEqual({ files: 2, added: 2 });
  });

  it('of a list with a line less, or another line', async () => {
    edit((text) => text.split('\n').slice(1).join('\n'));
    await refused('EXPORT_CHANGED', { file: LIST });
    edit(() => '../../etc/passwd\n');
    await refused('EXPORT_CHANGED', { file: LIST, line: 1 });
  });

  it('of a file that is missing', async () => {
    rmSync(pathOf(A));
    await refused('EXPORT_GAP', { file: A });
  });

  it('of a file that was changed or cut short, which is not laid', async () => {
    appendFileSync(pathOf(A), '!');
    await refused('FILE_DIFFERS', { file: A });
    expect(existsSync(pathOf(A, target))).toBe(false);
  });

  it('over another file of that name', async () => {
    await bring();
    writeFileSync(pathOf(B, target), 'other');
    await refused('FILE_DIFFERS', { file: B });
    expect(readFileSync(pathOf(B, target), 'utf8')).toBe('other');
  });
});
