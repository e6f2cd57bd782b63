import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { BadConfig } from '@minh-bach/platform';
import { startRefusal } from './start-refusal.ts';

describe('why it does not start', () => {
  it('is said in one line, with what to look at', () => {
    const told = startRefusal(new DomainError('MASTER_KEY_EXPOSED', { path: '/data/master.key' }));
    expect(told).toMatch(/600.*\(MASTER_KEY_EXPOSED \/data\/master\.key\)$/);
    expect(startRefusal(new BadConfig(['--port x: 0–65535']))).toBe('--port x: 0–65535');
  });
  it('keeps what nobody foresaw whole', () => {
    expect(startRefusal(new TypeError('x'))).toBeUndefined();
  });
});
