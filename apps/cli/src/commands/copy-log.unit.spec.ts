import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createMemoryEventStore, type EventStore } from '@minh-bach/event-store';
import { DomainError } from '@minh-bach/kernel';
import { progressReport } from '../logs/progress-report.ts';
import { listen } from '../operations/fake-api.fixture.ts';
import { copyLogCommand } from './copy-log.ts';

const event = (n: number) => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: 'PetitionReceived',
  data: Buffer.from('{}'),
  metadata: Buffer.from('{}'),
});

let said: { readonly text: string };
let written: string;
beforeEach(() => {
  said = listen();
  written = '';
  const write = (text: string | Uint8Array) => Boolean((written += String(text)));
  jest.spyOn(process.stderr, 'write').mockImplementation(write);
  jest.spyOn(process.stdout, 'write').mockImplementation(write);
});
afterEach(() => {
  jest.restoreAllMocks();
});

async function sourceOf(count: number): Promise<EventStore> {
  const store = createMemoryEventStore();
  for (let n = 0; n < count; n += 1) await store.append(`s.${n}`, [event(n)], 'none');
  return store;
}

const A = 'postgresql://db/a';
const B = 'postgresql://db/b';
const stores = (from: EventStore, to: EventStore) =>
  copyLogCommand((address) => Promise.resolve(address === A ? from : to));

describe('mb copy-log', () => {
  it('copies, and says by what both logs are proved the same', async () => {
    expect(await stores(await sourceOf(3), createMemoryEventStore()).run([A, B])).toBe(0);
    expect(said.text).toMatch(/3 sự kiện, lần này thêm 3\..*\n.*: [0-9a-f]{64}\n.*position: \S+:3/);
    expect(written).toContain('sao chép / copying: 1 sự kiện / events');
  });

  it('tells programs the same in lines of JSON', async () => {
    expect(await stores(await sourceOf(3), createMemoryEventStore()).run([A, B, '--json'])).toBe(0);
    expect(JSON.parse(said.text)).toMatchObject({
      copied: { events: 3, copied: 3, sourceGrew: false },
    });
    const lines = written.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { progress: object }).progress)).toEqual([
      { phase: 'copying', events: 1 },
      { phase: 'proving', events: 1 },
    ]);
  });

  it('does not call it done when the source has grown meanwhile', async () => {
    const from = await sourceOf(1);
    const to = createMemoryEventStore();
    const append = to.append.bind(to);
    to.append = async (...args) => {
      await from.append('s.late', [event(99)], 'any');
      return append(...args);
    };
    expect(await stores(from, to).run([A, B])).toBe(1);
    expect(said.text).toContain('CHƯA XONG');
    expect(said.text).toContain('NOT DONE');
  });

  it('says where a target differs, in both languages', async () => {
    const to = createMemoryEventStore();
    await to.append('s.0', [event(7)], 'none');
    expect(await stores(await sourceOf(1), to).run([A, B, '--json'])).toBe(1);
    expect(said.text).toContain('Đích có nội dung khác');
    expect(said.text).toContain('holds something else');
    expect(JSON.parse(said.text.split('\n')[0]!)).toMatchObject({
      error: { code: 'LOG_DIFFERS', stream: 's.0', revision: 0 },
    });
  });

  it('says that it goes on when an engine went away', async () => {
    const away = copyLogCommand(() => Promise.reject(new DomainError('STORE_UNAVAILABLE')));
    expect(await away.run([A, B])).toBe(1);
    expect(said.text).toContain('goes on where it was');
  });

  it.each([
    ['postgresql://owner:secret@db/a'],
    ['postgresql://db/a?user=o&password=secret'],
    ['esdb://admin:secret@db:2113'],
  ])('takes no password on the command line: %s', async (address) => {
    const open = jest.fn<() => Promise<EventStore>>();
    expect(await copyLogCommand(open).run([address, B])).toBe(1);
    expect(said.text).toContain('No password on the command line');
    expect(said.text).not.toContain('secret');
    expect(open).not.toHaveBeenCalled();
  });

  it('copies nothing between two EventStoreDBs, since their client does not stand two of them', async () => {
    const open = jest.fn<() => Promise<EventStore>>();
    expect(await copyLogCommand(open).run(['esdb://a:2113', 'esdb+discover://b:2113'])).toBe(1);
    expect(said.text).toContain('BOTH_EVENTSTOREDB');
    expect(open).not.toHaveBeenCalled();
  });

  it('reads an address from a file, and refuses a file that holds none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
    const file = join(folder, 'url');
    writeFileSync(file, 'postgresql://owner:secret@db/a\n');
    const opened: string[] = [];
    const command = copyLogCommand((address) => {
      opened.push(address);
      return Promise.resolve(createMemoryEventStore());
    });
    expect(await command.run([file, B])).toBe(0);
    expect(opened).toEqual(['postgresql://owner:secret@db/a', B]);
    expect(await command.run([join(folder, 'none'), B])).toBe(1);
    expect(said.text).toContain('NO_ADDRESS');
    rmSync(folder, { recursive: true });
  });

  it.each([[[]], [[A]], [[A, B, 'more']]])('explains itself on %j', async (args) => {
    expect(await stores(createMemoryEventStore(), createMemoryEventStore()).run(args)).toBe(2);
    expect(said.text).toContain('mb copy-log NGUỒN ĐÍCH');
  });
});

describe('the progress of a copy', () => {
  it('is one line on a terminal, told at most five times a second, with the rate of its phase', () => {
    let [now, shown] = [0, ''];
    const write = (text: string) => void (shown += text);
    const { report, end } = progressReport({ shape: 'terminal', now: () => now, write });
    report({ phase: 'copying', events: 100 });
    now = 100;
    report({ phase: 'copying', events: 150 });
    now = 2_000;
    report({ phase: 'copying', events: 900 });
    report({ phase: 'proving', events: 1 });
    end();
    const line = (text: string) => `\r${text}\x1b[K`;
    expect(shown).toBe(
      line('sao chép / copying: 100 sự kiện / events, 0/s') +
        line('sao chép / copying: 900 sự kiện / events, 400/s') +
        line(
          'đọc lại cả hai để đối chiếu / reading both again to compare: 1 sự kiện / events, 0/s',
        ).replace('\r', '\n') +
        '\n',
    );
  });
});
