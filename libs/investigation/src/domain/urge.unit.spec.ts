import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  OPENED_AT,
  approve,
  assign,
  binh,
  hung,
  noteDecision,
  propose,
  receive,
  reportDelay,
  urge,
} from '../investigation.fixture.ts';
import { caseDecider } from './case.decider.ts';

const aCase = DeciderSpecification.for(caseDecider, { actor: binh, now: OPENED_AT });
const REPORT = 'TC.OVERDUE_REPORT';
const RESOLVE = 'KN1.RESOLVE.NORMAL';
const complaint = aCase.after(receive(), assign('hung'));
const denunciation = aCase.after(receive({ kind: 'denunciation' }), assign('hung'));
const late = urge({ ground: 'overdue', isDenunciation: true });
/** Past every limit of resolution. */
const OVERDUE = { now: '2027-03-01T08:00:00.000Z' };
const urgedLate = { command: late, ...OVERDUE };
const NEXT_DAY = { now: '2026-11-24T08:00:00.000Z' };

const running = ({ state }: { state: typeof caseDecider.initialState }) =>
  state.is === 'unknown' ? [] : Object.keys(state.clocks.running).sort();

describe('urging the unit that has a case', () => {
  it('says whom, why and what is asked, with the law of the kind, and touches no limit', () => {
    complaint.when(urge({ ground: 'overdue' }), OVERDUE).then({
      type: 'LowerUnitUrged',
      data: { to: 'HQ-SM', law: 'Luật Khiếu nại Đ.7 k.1, Đ.33; NĐ 124/2020/NĐ-CP Đ.4 k.2' },
    });
    expect(running(complaint.and({ command: urge({ ground: 'overdue' }), ...OVERDUE }))).toEqual([
      RESOLVE,
    ]);
  });

  it('asks for a report in five working days where a denunciation is past its limit', () => {
    denunciation
      .when(late, OVERDUE)
      .then({ type: 'LowerUnitUrged', data: { clocksStarted: [{ rule: REPORT }] } });
    // Called one since it was accepted.
    expect(running(complaint.and(urgedLate))).toEqual([RESOLVE, REPORT].sort());
  });

  it('is late by law where it is urged for being late', () => {
    for (const given of [complaint, denunciation]) given.when(late).thenRefused('NOTHING_LATE');
    denunciation.when(urge({ isDenunciation: true })).then({ type: 'LowerUnitUrged' });
  });

  it('is done from directly above, once a day, of complaints and denunciations', () => {
    complaint.when(urge({ to: null })).thenRefused('NOT_DIRECTLY_ABOVE');
    const urged = complaint.and(urge());
    urged.when(urge()).thenRefused('ALREADY_URGED');
    urged.when(urge(), NEXT_DAY).then({ type: 'LowerUnitUrged' });
    aCase
      .after(receive({ kind: 'feedback' }))
      .when(urge())
      .thenRefused('KIND_NOT_URGED');
    aCase.given().when(urge()).thenRefused('CASE_UNKNOWN');
  });

  it('is done until the decision, also of what is concluded', () => {
    const approved = complaint.and({ command: propose(), actor: hung }).and(approve());
    approved.when(urge()).then({ type: 'LowerUnitUrged' });
    approved.and(noteDecision).when(urge()).thenRefused('ALREADY_CONCLUDED');
  });

  it('passes the limit of resolution on with the conclusion, never the date of the report', () => {
    const proposed = complaint.and(urgedLate).and({ command: propose(), actor: hung });
    proposed
      .when(approve())
      .then({ type: 'ConclusionApproved', data: { clock: { rule: RESOLVE } } });
    const approved = denunciation
      .and(urgedLate)
      .and({ command: propose(), actor: hung })
      .and(approve());
    expect(approved.history.events.at(-1)?.data).not.toHaveProperty('clock');
  });
});

describe('the report on the delay', () => {
  it('meets its date, once, and makes nobody a worker of the case', () => {
    const urged = denunciation.and(urgedLate);
    urged.when(reportDelay).then({
      type: 'DelayReported',
      data: { report: 'Chờ kết quả giám định', clocksEnded: [{ rule: REPORT, how: 'met' }] },
    });
    urged.and(reportDelay).when(reportDelay).thenRefused('NO_REPORT_AWAITED');
    const proposed = complaint
      .and(urge())
      .and(reportDelay)
      .and({ command: propose(), actor: hung });
    proposed.when(approve()).then({ type: 'ConclusionApproved' });
  });

  it('answers an urging, and is asked for no more once there is a decision', () => {
    complaint.when(reportDelay).thenRefused('NO_REPORT_AWAITED');
    complaint.and(urge()).when(reportDelay).then({ type: 'DelayReported' });
    const decided = denunciation
      .and(urgedLate)
      .and({ command: propose(), actor: hung })
      .and(approve())
      .and(noteDecision);
    expect(running(decided)).toEqual([]);
    decided.when(reportDelay).thenRefused('NO_REPORT_AWAITED');
    expect(decided.history.events.at(-1)).toMatchObject({
      data: { clocksEnded: [{ rule: REPORT, how: 'void' }] },
    });
  });
});
