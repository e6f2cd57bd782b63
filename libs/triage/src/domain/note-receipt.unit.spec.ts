import type { ClockStarted } from '@minh-bach/contracts';
import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification, play } from '@minh-bach/testing';
import fc from 'fast-check';
import {
  CASE,
  PETITION,
  REGISTERED_AT,
  accept,
  classify,
  giang,
  noteReceipt,
  noticeBreach,
  settle,
  take,
} from '../triage.fixture.ts';
import { petitionDecider, type PetitionCommand } from './petition.decider.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: giang, now: REGISTERED_AT });
const ACCEPT = 'KN1.ACCEPT.NEW';
const HARD = 'XLD.HARD_45';
const late = '2026-12-01T02:00:00.000Z';

/** Played from the beginning: a breach needs its own hour. */
function after(...moves: (PetitionCommand | [PetitionCommand, string])[]) {
  const asked = moves.map((move) =>
    Array.isArray(move) ? move : ([move, REGISTERED_AT] as const),
  );
  return play(
    petitionDecider,
    asked.map(([command, now]) => ({ command, now, actor: giang })),
  );
}
const endOf = (...moves: Parameters<typeof after>) => after(...moves).at(-1)!;

const running = (state: typeof petitionDecider.initialState): readonly ClockStarted[] =>
  state.is === 'unknown' ? [] : Object.values(state.clocks.running);

describe('a receipt date that was corrected', () => {
  it('counts each clock from the right day, and keeps the day that was told before', () => {
    petition
      .after(take())
      .when(noteReceipt('2026-11-20'))
      .then(
        {
          type: 'ReceiptDateNoted',
          data: { petition: PETITION, was: '2026-11-18', receivedOn: '2026-11-20', case: null },
        },
        {
          type: 'ClockRecalculated',
          data: {
            because: 'receipt-corrected',
            before: { rule: ACCEPT, due: '2026-11-27' },
            after: { rule: ACCEPT },
            forSender: true,
            clocksEnded: [{ rule: ACCEPT, how: 'void' }],
            clocksStarted: [{ rule: ACCEPT, trigger: '2026-11-20' }],
          },
        },
        {
          type: 'ClockRecalculated',
          data: { before: { rule: HARD, due: '2027-01-04' }, forSender: false },
        },
      );
  });

  it('changes nothing where it is the day that is there', () => {
    petition.after(take()).when(noteReceipt('2026-11-18')).thenNothing();
  });

  it('tells the sender of a denunciation no date', () => {
    const { events } = endOf(
      take({ declaredKind: 'denunciation', gist: null }),
      noteReceipt('2026-11-20'),
    );
    for (const event of events)
      if (event.type === 'ClockRecalculated') expect(event.data.forSender).toBe(false);
  });

  it('goes by the rule in force on the right day', () => {
    const { events, after: state } = endOf(take(), noteReceipt('2026-06-30'));
    expect(events.filter(({ type }) => type === 'ClockRecalculated')).toMatchObject([
      { data: { before: { rule: ACCEPT }, after: { rule: 'KN1.ACCEPT.OLD' } } },
      { data: { before: { rule: HARD }, after: null } },
    ]);
    expect(running(state).map(({ rule }) => rule)).toEqual(['KN1.ACCEPT.OLD']);
  });

  it('takes back the breach of a limit that was another day', () => {
    const { events, after: state } = endOf(
      take(),
      [noticeBreach(ACCEPT), late],
      [noteReceipt('2026-11-20'), late],
    );
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'BreachWithdrawn',
        data: expect.objectContaining({ rule: ACCEPT, due: '2026-11-27' }),
      }),
    );
    expect(state).toMatchObject({ clocks: { breached: [] } });
  });

  it('is noticed late anew, on the old day, where it is corrected back', () => {
    const { events } = endOf(
      take(),
      [noticeBreach(ACCEPT), late],
      [noteReceipt('2026-11-20'), late],
      [noteReceipt('2026-11-18'), late],
      [noticeBreach(ACCEPT), late],
    );
    expect(events).toMatchObject([{ type: 'DeadlineBreached', data: { due: '2026-11-27' } }]);
  });

  it('keeps a clock that was met, and takes back that it was late by the wrong day alone', () => {
    const accepted = '2026-11-30T02:00:00.000Z';
    const story = [
      take({ receivedOn: '2026-11-12', datedOn: null }),
      classify(),
      [noticeBreach(ACCEPT), accepted] as [PetitionCommand, string],
      [accept(), accepted] as [PetitionCommand, string],
    ] satisfies Parameters<typeof after>;
    const inTime = endOf(...story, [noteReceipt('2026-11-20'), late]);
    expect(inTime.events.map(({ type }) => type)).toEqual(['ReceiptDateNoted', 'BreachWithdrawn']);
    const stillLate = endOf(...story, [noteReceipt('2026-11-13'), late]);
    expect(stillLate.events.map(({ type }) => type)).toEqual(['ReceiptDateNoted']);
  });

  it('tells the case, where there is one', () => {
    petition
      .after(take(), classify(), accept())
      .when(noteReceipt('2026-11-17'))
      .then({ type: 'ReceiptDateNoted', data: { case: CASE } });
  });

  it('opens the case with the right day, where it comes before the acceptance', () => {
    petition
      .after(take(), classify(), noteReceipt('2026-11-20'))
      .when(accept())
      .then({
        type: 'PetitionAccepted',
        data: { receivedOn: '2026-11-20', keptSince: '2026-11-18' },
      });
  });
});

const day = fc.integer({ min: 2, max: 20 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
const corrections = fc.array(day.map(noteReceipt), { minLength: 1, maxLength: 4 });
const steps = fc.constantFrom<readonly PetitionCommand[]>(
  [],
  [classify()],
  [classify(), accept()],
  [classify('feedback', 'Không phải khiếu nại'), settle()],
  [noticeBreach(ACCEPT), classify()],
);
const lastDay = (commands: readonly PetitionCommand[]): string => {
  const last = commands.at(-1);
  return last?.type === 'NoteReceipt' ? last.receivedOn : '';
};
/** The two lists into one, each in its own order. */
const merged = fc.tuple(corrections, steps, fc.infiniteStream(fc.boolean())).map(
  ([a, b, which]): {
    all: PetitionCommand[];
    right: string;
    steps: readonly PetitionCommand[];
  } => {
    const [left, other] = [[...a], [...b]];
    const all: PetitionCommand[] = [];
    while (left.length + other.length > 0) {
      const fromFirst = other.length === 0 || (left.length > 0 && which.next().value === true);
      all.push((fromFirst ? left : other).shift()!);
    }
    return { all, right: lastDay(a), steps: b };
  },
);

describe('corrections and decisions, in whatever order', () => {
  it('end where the right day from the first would have ended: clocks, state, day', () => {
    fc.assert(
      fc.property(merged, ({ all, right, steps: done }) => {
        const isBreach = (command: PetitionCommand) => command.type === 'NoticeBreach';
        const at = (command: PetitionCommand): [PetitionCommand, string] => [command, late];
        const first = take({ receivedOn: '2026-11-18', datedOn: null });
        const found = endOf(first, ...all.map(at)).after;
        const others = done.filter((command) => !isBreach(command)).map(at);
        const from = take({ receivedOn: right, datedOn: null });
        const wanted = endOf(from, ...others).after;
        expect(running(found)).toEqual(running(wanted));
        if (found.is === 'unknown' || wanted.is === 'unknown') return;
        expect([found.is, found.kind, found.receivedOn]).toEqual([wanted.is, wanted.kind, right]);
      }),
    );
  });

  it('leave no breach of a limit that is another day', () => {
    fc.assert(
      fc.property(merged, ({ all }) => {
        const at = (command: PetitionCommand): [PetitionCommand, string] => [command, late];
        const { after: state } = endOf(take({ datedOn: null }), ...all.map(at));
        if (state.is !== 'taken' && state.is !== 'classified') return;
        const dues = running(state).map(({ rule, due }) => `${rule} ${due}`);
        const ofAcceptance = state.clocks.breached.filter((breach) => breach.startsWith(ACCEPT));
        if (state.kind === 'complaint') expect(dues).toEqual(expect.arrayContaining(ofAcceptance));
      }),
    );
  });
});
