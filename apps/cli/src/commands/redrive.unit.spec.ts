import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { redriveCommand, type StuckMessages } from './redrive.ts';

describe('mb redrive', () => {
  let asked: unknown[];
  let said: string;
  const since = '2026-03-02T01:02:03.000Z';
  const open = (): StuckMessages => ({
    list: async (group) => {
      asked.push(['list', group]);
      const stuck = { group: 'triage', stream: 'intake.p-1', state: 'parked', since } as const;
      return {
        stuck: [{ ...stuck, reason: 'POISON', errorId: 'error-1', count: 3 }],
        deadLetters: [{ group: 'triage', place: 'intake.v1/0/7', code: 'NOT_JSON', since }],
      };
    },
    redrive: async (group, stream) => {
      asked.push(['redrive', group, stream]);
      return { streams: 2, deadLetters: 1 };
    },
    close: async () => void asked.push('close'),
  });
  const run = (...args: string[]) => redriveCommand(open).run(args);

  beforeEach(() => {
    [asked, said] = [[], ''];
    const note = (text: string) => void (said += `${text}\n`);
    jest.spyOn(console, 'log').mockImplementation(note);
    jest.spyOn(console, 'error').mockImplementation(note);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('lists what is held back, by code and place', async () => {
    expect(await run('--database', 'postgresql://x', '--list')).toBe(0);
    expect(asked).toEqual([['list', undefined], 'close']);
    expect(said).toContain(`triage  intake.p-1  đã dừng / parked  ${since}  POISON  error-1  × 3`);
    expect(said).toContain('triage  intake.v1/0/7  không đọc được / unreadable');
  });

  it('sets a group or one stream free', async () => {
    expect(await run('--database', 'x', '--group', 'triage')).toBe(0);
    expect(await run('--database', 'x', '--group', 'triage', '--stream', 'intake.p-1')).toBe(0);
    expect(asked).toEqual([
      ['redrive', 'triage', undefined],
      'close',
      ['redrive', 'triage', 'intake.p-1'],
      'close',
    ]);
    expect(said).toContain('Tried again: 2 streams, 1 unreadable messages.');
  });

  it.each([[[]], [['--list']], [['--database', 'x']], [['--unknown']]])(
    'explains itself on %j',
    async (args) => {
      expect(await run(...args)).toBe(2);
      expect(said).toContain('mb redrive --database URL');
      expect(asked).toEqual([]);
    },
  );
});
