import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  TODAY,
  binh,
  confirmDay,
  declineDay,
  deliver,
  issue,
  phuc,
  request,
  send,
  sendOthers,
} from '../response.fixture.ts';
import { caseDecider, type Requested } from './case.decider.ts';

const LATE = { now: '2026-12-30T02:00:00.000Z' };
const second = { ...LATE, actor: binh };
const response = DeciderSpecification.for(caseDecider, { actor: phuc, now: TODAY });
/** All but those who are several. */
const others = sendOthers().reduce(
  (given, command) => given.and(command),
  response.after(request(), issue({ hasRelated: true }), send()),
);
const related = (addressee: string, sentOn: string) => send(sentOn, { to: 'related', addressee });
const both = (one: string, other: string) =>
  others
    .and({ command: related('Công ty A', one), ...LATE })
    .and({ command: related('Công ty B', other), ...LATE });
type Given = typeof others;
const stateOf = ({ state }: Given) => state as Requested;
const endOf = ({ history }: Given) => {
  const { clocksEnded } = history.events.at(-1)!.data as { clocksEnded?: unknown };
  return clocksEnded;
};
const confirmed = { command: confirmDay, ...second };
const declined = { command: declineDay, ...second };
const met = (on: string, over: object = {}) => [{ rule: 'KN1.SEND', how: 'met', on, ...over }];

describe('T1: one day of several people of one kind', () => {
  it('is confirmed for one of them, not for the other, though it is the same day', () => {
    const waiting = both('2026-11-27', '2026-11-27');
    expect(stateOf(waiting).waiting.map(({ sending }) => sending)).toEqual([4, 5]);
    const one = waiting.and(confirmed);
    expect(endOf(one)).toEqual(met('2026-12-30', { isUnconfirmed: true }));
    expect(stateOf(one)).toMatchObject({ waiting: [{ sending: 5 }], unsettled: ['KN1.SEND'] });
    expect(endOf(one.and(confirmed))).toEqual(met('2026-11-27'));
    expect(endOf(one.and(declined))).toEqual(met('2026-12-30'));
  });

  it('that is declined for one stays late, whatever is confirmed of the other', () => {
    for (const other of ['2026-11-30', '2026-11-27']) {
      const late = both('2026-11-27', other).and(declined);
      expect(endOf(late)).toEqual(met('2026-12-30'));
      const done = late.and(confirmed);
      expect(endOf(done)).toBeUndefined();
      expect(stateOf(done)).toMatchObject({ waiting: [], unsettled: [] });
    }
  });

  it('is told with the sending that it is of, and an older event settles the oldest', () => {
    const waiting = both('2026-11-27', '2026-11-27');
    waiting.when(confirmDay, second).then({ type: 'DayConfirmed', data: { sending: 4 } });
    const { events } = waiting.and(confirmed).history;
    const { event, metadata } = events.map((data) => ({ event: data, metadata: {} })).at(-1)!;
    const { sending: _, ...older } = event.data as { sending?: number };
    const after = caseDecider.evolve(
      waiting.state,
      { type: 'DayConfirmed', data: older } as never,
      metadata as never,
    );
    expect((after as Requested).waiting).toMatchObject([{ sending: 5 }]);
  });

  it('is received by each once', () => {
    const got = deliver('2026-12-30', { to: 'related' });
    const sent = both('2026-11-27', '2026-12-30');
    const all = sent.and({ command: got, ...LATE }).and({ command: got, ...LATE });
    expect(
      stateOf(all)
        .sendings.map(({ receivedOn }) => receivedOn)
        .slice(3),
    ).toEqual(['2026-12-30', '2026-12-30']);
    all.when(got, LATE).thenRefused('ALREADY_RECEIVED');
  });
});
