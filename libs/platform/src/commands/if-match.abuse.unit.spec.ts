import { EventRegistry, defineEvent, z, type RecordedEvent } from '@minh-bach/kernel';
import { describe, expect, it } from '@jest/globals';
import { refuseUnseen } from './if-match.ts';
import { toldRevision } from './read-stream.ts';

const registry = new EventRegistry([
  defineEvent('Opened', z.strictObject({})),
  defineEvent('Closed', z.strictObject({})),
  defineEvent('Untold', z.strictObject({}), { isUntold: true }),
  defineEvent('Noted', z.strictObject({}), { isAside: () => true }),
  defineEvent('Recorded', z.strictObject({ counts: z.boolean() }), {
    isAside: ({ counts }) => !counts,
  }),
]);

const stream = (...types: string[]) =>
  types.map(
    (type, revision) =>
      ({
        revision,
        event: { type, data: {} },
        metadata: { actor: { person: 'hung' }, recordedAt: '2026-11-20T02:00:00.000Z' },
      }) as unknown as RecordedEvent,
  );
const decides = (seen: number | undefined, ...types: string[]) => {
  try {
    refuseUnseen(registry, stream(...types), seen);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'REVISION_CHANGED' });
    return false;
  }
};

describe('T28: people who write one note after the other', () => {
  it('keep nobody from deciding on what they saw', () => {
    expect(decides(0, 'Opened')).toBe(true);
    expect(decides(0, 'Opened', 'Noted', 'Noted')).toBe(true);
    expect(decides(undefined, 'Opened', 'Closed')).toBe(true);
  });

  it('hide no step behind them', () => {
    for (const since of [['Closed'], ['Noted', 'Closed'], ['Closed', 'Noted']])
      expect(decides(0, 'Opened', ...since)).toBe(false);
  });

  it('count where the event itself says so', () => {
    for (const counts of [true, false]) {
      const history = stream('Opened', 'Recorded').map((recorded) => ({
        ...recorded,
        event: { ...recorded.event, data: { counts } },
      }));
      const decide = () => refuseUnseen(registry, history, 0);
      if (counts) expect(decide).toThrow(expect.objectContaining({ code: 'REVISION_CHANGED' }));
      else expect(decide).not.toThrow();
    }
  });

  it('make no revision that was never there', () => {
    for (const seen of [-1, 1, 7]) expect(decides(seen, 'Opened')).toBe(false);
    expect(decides(3)).toBe(false);
  });

  it('are told to a person who saw less', () => {
    const history = stream('Opened', 'Closed', 'Noted');
    expect(() => refuseUnseen(registry, history, 0)).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ seenRevision: 0, actualRevision: 2 }),
      }),
    );
  });
});

it('what is untold leaves no gap in the revisions that people see', () => {
  const seen = (...types: string[]) => toldRevision(registry, stream(...types));
  expect(seen()).toBe(-1);
  expect(seen('Opened', 'Untold')).toBe(0);
  expect(seen('Opened', 'Untold', 'Closed')).toBe(1);
  expect(decides(1, 'Opened', 'Untold', 'Closed')).toBe(true);
});
