import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  REGISTERED_AT,
  classify,
  confirm,
  decline,
  giang,
  khanh,
  reportDelay,
  settle,
  take,
  urge,
} from '../triage.fixture.ts';
import { petitionDecider } from './petition.decider.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: giang, now: REGISTERED_AT });
const denunciation = take({ declaredKind: 'denunciation', gist: null });
const overdue = urge({ ground: 'overdue' });
/** A Friday, and what comes five working days later: Friday, 27/11, is over at 17:00 UTC. */
const ON_TIME = { now: '2026-11-27T02:00:00.000Z' };
const LATE = { now: '2026-11-28T02:00:00.000Z' };

const running = (given: { state: typeof petitionDecider.initialState }) =>
  given.state.is === 'unknown' ? [] : Object.keys(given.state.clocks.running).sort();

describe('urging the lower unit', () => {
  it('says whom, why, by which letter and what is asked', () => {
    const command = urge({ letter: '1205/KVMH-TTKT', letterOn: '2026-11-19' });
    const { type: _, ...data } = command;
    petition
      .after(take())
      .when(command)
      .then({
        type: 'LowerUnitUrged',
        data: { ...data, law: 'Luật Tiếp công dân Đ.26 k.1 b; NĐ 154/2026/NĐ-CP Đ.15 k.3' },
      });
  });

  it('takes no letter of a day to come', () => {
    petition
      .after(take())
      .when(urge({ letter: '1205/KVMH-TTKT', letterOn: '2026-11-21' }))
      .thenRefused('DATE_IN_FUTURE', { field: '/letterOn' });
  });

  it('takes no letter from before the petition was received, and no date without a letter', () => {
    const letter = '1205/KVMH-TTKT';
    const received = petition.after(take());
    received.when(urge({ letter, letterOn: '2026-11-17' })).thenRefused('LETTER_BEFORE_RECEIPT');
    received.when(urge({ letterOn: '2026-11-19' })).thenRefused('LETTER_NUMBER_MISSING');
  });

  it('asks for a report in five working days where a denunciation is past its limit', () => {
    petition
      .after(denunciation)
      .when(overdue)
      .then({
        type: 'LowerUnitUrged',
        data: {
          clocksStarted: [
            {
              rule: 'TC.OVERDUE_REPORT',
              trigger: '2026-11-20',
              due: '2026-11-27',
              source: { law: 'Luật Tố cáo Đ.38 k.3' },
            },
          ],
        },
      });
  });

  it('names the law of the kind', () => {
    const law = (given: typeof denunciation, named: string) =>
      petition
        .after(given)
        .when(overdue)
        .then({ type: 'LowerUnitUrged', data: { law: named } });
    law(take(), 'Luật Khiếu nại Đ.7 k.1, Đ.33; NĐ 124/2020/NĐ-CP Đ.4 k.2');
    law(denunciation, 'Luật Tố cáo Đ.38 k.1-3; TT 05/2021/TT-TTCP Đ.14 k.2');
  });

  it('sets no date where the law sets none: a complaint, or a sender at reception', () => {
    const without = (given: typeof denunciation, command: typeof overdue) =>
      expect(running(petition.after(given, command))).toEqual(running(petition.after(given)));
    without(take(), overdue);
    without(denunciation, urge());
  });

  it('is done once a day, and again from the next day on', () => {
    const urged = petition.after(take(), urge());
    urged.when(overdue).thenRefused('ALREADY_URGED');
    urged.when(urge(), LATE).then({ type: 'LowerUnitUrged' });
  });

  it('waits until the date for the report is over; a late report gets no new date', () => {
    const urged = petition.after(denunciation, overdue);
    urged.when(overdue, ON_TIME).thenRefused('ALREADY_URGED');
    urged.when(overdue, LATE).then({ type: 'LowerUnitUrged' });
    const again = urged.and({ command: overdue, now: LATE.now });
    expect(again.state).toMatchObject({
      urgedOn: '2026-11-28',
      clocks: { running: { 'TC.OVERDUE_REPORT': { due: '2026-11-27' } } },
    });
  });

  it('is refused of what is decided, of other kinds, and from anywhere but directly above', () => {
    petition.after(take(), classify(), settle()).when(urge()).thenRefused('ALREADY_DECIDED');
    petition
      .after(take({ declaredKind: 'feedback' }))
      .when(urge())
      .thenRefused('KIND_NOT_URGED');
    petition
      .after(take())
      .when(urge({ to: null }))
      .thenRefused('NOT_DIRECTLY_ABOVE');
    petition.given().when(urge()).thenRefused('PETITION_UNKNOWN');
  });
});

describe('the report on the delay', () => {
  const asked = petition.after(denunciation, classify('denunciation'), overdue);
  const REPORT = 'TC.OVERDUE_REPORT';

  it('is asked for while it stays a denunciation', () => {
    const reclassified = asked.and(classify('complaint', 'Nêu quyết định'));
    expect(running(reclassified)).toContain(REPORT);
    expect(running(reclassified.and({ command: decline, actor: khanh }))).toContain(REPORT);
    expect(running(reclassified.and({ command: confirm(), actor: khanh }))).not.toContain(REPORT);
  });

  it('meets its date, once, and the level above may urge again the next day', () => {
    const reported = asked.and(reportDelay);
    const { type: _, ...data } = reportDelay;
    asked.when(reportDelay).then({
      type: 'DelayReported',
      data: { ...data, clocksEnded: [{ rule: REPORT, how: 'met' }] },
    });
    expect(running(reported)).not.toContain(REPORT);
    reported.when(reportDelay).thenRefused('NO_REPORT_AWAITED');
    reported.when(overdue).thenRefused('ALREADY_URGED');
    reported.when(overdue, { now: '2026-11-21T02:00:00.000Z' }).then({
      type: 'LowerUnitUrged',
      data: { clocksStarted: [{ rule: REPORT }] },
    });
  });

  it('is taken late, too', () => {
    asked.when(reportDelay, LATE).then({ type: 'DelayReported' });
    petition.after(take()).when(reportDelay).thenRefused('NO_REPORT_AWAITED');
  });

  it('of a complaint keeps no date, and is given once for each urging', () => {
    const urged = petition.after(take(), urge());
    const { type: _, ...data } = reportDelay;
    urged.when(reportDelay).then({ type: 'DelayReported', data });
    const reported = urged.and(reportDelay);
    reported.when(reportDelay).thenRefused('NO_REPORT_AWAITED');
    reported.and({ command: urge(), now: LATE.now }).when(reportDelay).then({
      type: 'DelayReported',
    });
  });

  it('is asked for no more once it is decided', () => {
    const decided = asked.and(settle()).and({ command: confirm(), actor: khanh });
    expect(running(decided)).toEqual([]);
    decided.when(reportDelay).thenRefused('NO_REPORT_AWAITED');
  });
});
