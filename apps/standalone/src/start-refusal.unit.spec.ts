import { describe, expect, it } from '@jest/globals';
import { BadConfig } from '@minh-bach/http';
import { DomainError } from '@minh-bach/kernel';
import { readConfig } from './config.ts';
import { startRefusal } from './start-refusal.ts';

describe('why it does not start', () => {
  it('is said in one line, with what to look at', () => {
    const told = startRefusal(new DomainError('MASTER_KEY_EXPOSED', { path: '/data/master.key' }));
    expect(told).toMatch(/600.*\(MASTER_KEY_EXPOSED \/data\/master\.key\)$/);
    const left = { path: '/data/import-unfinished', parts: 'log, keys' };
    expect(startRefusal(new DomainError('IMPORT_UNFINISHED', left))).toMatch(
      /nêu dưới đây.*\(IMPORT_UNFINISHED \/data\/import-unfinished log, keys\)$/,
    );
    expect(startRefusal(new BadConfig(['--port x: 0–65535']))).toBe('--port x: 0–65535');
  });
  it.each([
    [['--port', 'abc'], {}, '--port abc'],
    [['--port', '70000'], {}, '--port 70000'],
    [['--prot', '1'], {}, '--prot'],
    [['--port'], {}, '--port'],
    [['here'], {}, 'here'],
    [['--store', 'http://x'], {}, '--store'],
    [[], { MB_EVENTSTORE_URL: 'esdb://u:p@x?tls=false' }, '--store'],
    [[], { MB_LOG_LEVEL: 'loud' }, 'MB_LOG_LEVEL'],
    [[], { MB_MODE: 'prod' }, 'MB_MODE'],
    [[], { MB_MODE: 'production' }, '--no-demo'],
  ])('names what is wrong in %j %j, in both languages', (args, env, named) => {
    let told = '';
    try {
      readConfig(args, env);
    } catch (error) {
      told = startRefusal(error) ?? '';
    }
    expect(told).toContain(named);
    expect(told).toMatch(/phải là|thêm|không đúng/);
    expect(told).toMatch(/must be|add|not right/);
    expect(told).not.toMatch(/Invalid|Unknown option|expected/);
  });
  it('keeps what nobody foresaw whole', () => {
    expect(startRefusal(new TypeError('x'))).toBeUndefined();
  });
});
