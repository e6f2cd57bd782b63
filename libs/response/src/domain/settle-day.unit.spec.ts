import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
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
const response = DeciderSpecification.for(caseDecider, {
  actor: phuc,
  now: '2026-11-27T08:00:00.000Z',
});
const late = sendOthers().reduce(
  (given, command) => given.and({ command, ...LATE }),
  response.after(request(), issue()),
);
const sent = late.and({ command: send(), ...LATE });
const second = { ...LATE, actor: binh };
const confirmed = sent
  .and({ command: confirmDay, ...second })
  .and({ command: confirmDay, ...second });
const state = ({ state }: typeof sent) => state as Requested;
const KEPT = [{ rule: 'KN1.SEND', how: 'met', on: '2026-11-27' }];
const OPEN = [{ rule: 'KN1.SEND', how: 'met', on: '2026-12-30', isUnconfirmed: true }];

describe('a day that one person said, long after', () => {
  it('waits, and the limit is met on the day of the record', () => {
    expect(state(sent).waiting.map(({ to }) => to)).toEqual(['superior', 'inspectorate', 'sender']);
    expect(state(sent).unsettled).toEqual(['KN1.SEND']);
    expect(sent.history.events.at(-1)?.data).toMatchObject({ clocksEnded: OPEN });
  });

  it('is confirmed by another person, the first first', () => {
    sent.when(confirmDay, LATE).thenRefused('ANOTHER_PERSON_CONFIRMS');
    sent
      .when(confirmDay, { ...second, actor: { ...binh, deputyFor: 'phuc' } })
      .thenRefused('ANOTHER_PERSON_CONFIRMS');
    sent.when(confirmDay, second).then({
      type: 'DayConfirmed',
      data: { of: 'sending', to: 'superior', day: '2026-11-27', clocksEnded: OPEN },
    });
  });

  it('counts once all days are confirmed that the limit is met by', () => {
    confirmed.when(confirmDay, second).then({ type: 'DayConfirmed', data: { clocksEnded: KEPT } });
    const all = confirmed.and({ command: confirmDay, ...second });
    expect(state(all)).toMatchObject({ waiting: [], unsettled: [] });
    all.when(confirmDay, second).thenRefused('NO_DAY_WAITS');
  });

  it('never counts where it is declined, by whomever: that of the record does for good', () => {
    for (const asked of [LATE, second])
      confirmed.when(declineDay, asked).then({
        type: 'DayDeclined',
        data: { clocksEnded: [{ rule: 'KN1.SEND', how: 'met', on: '2026-12-30' }] },
      });
    const declined = confirmed.and({ command: declineDay, ...second });
    expect(state(declined)).toMatchObject({ waiting: [], unsettled: [] });
    declined.when(declineDay, second).thenRefused('NO_DAY_WAITS');
  });

  it('begins the sender’s time from the right day once it is confirmed, not before', () => {
    const received = confirmed
      .and({ command: confirmDay, ...second })
      .and({ command: deliver('2026-11-30'), ...LATE });
    received.when(confirmDay, second).then({
      type: 'DayConfirmed',
      data: { of: 'receipt', window: { rule: 'KN2.WINDOW', trigger: '2026-11-30' } },
    });
    const declined = received.and({ command: declineDay, ...second });
    expect(declined.history.events.at(-1)?.data).not.toHaveProperty('window');
  });
});
