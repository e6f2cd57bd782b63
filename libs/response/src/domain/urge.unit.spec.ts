import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import { TODAY, binh, issue, phuc, request, send } from '../response.fixture.ts';
import { caseDecider } from './case.decider.ts';
import type { ReportDelay, UrgeDecision } from './urge.ts';

const response = DeciderSpecification.for(caseDecider, { actor: phuc, now: TODAY });
const issued = response.after(request(), issue());
/** Three working days after the decision are over, fifteen days are not. */
const LATE = { now: '2026-12-04T02:00:00.000Z', actor: binh };

const urge = (over: Partial<UrgeDecision> = {}): UrgeDecision => ({
  type: 'UrgeDecision',
  to: 'HQ-SM',
  letter: null,
  letterOn: null,
  request: 'Gửi quyết định ngay',
  ...over,
});
const report: ReportDelay = { type: 'ReportDelay', letter: null, report: 'Bưu điện trả lại' };

describe('urging what has to follow a decision', () => {
  it('names the limits of the law that are over, and sets none', () => {
    issued.when(urge(), LATE).then({
      type: 'LowerUnitUrged',
      data: { ground: 'step', late: ['KN1.SEND'], law: 'Luật Khiếu nại Đ.32' },
    });
    const urged = issued.and({ command: urge(), ...LATE });
    expect(urged.history.events.at(-1)?.data).not.toHaveProperty('clocksStarted');
  });

  it('is no urging of what is in time, done, or not decided yet', () => {
    issued.when(urge()).thenRefused('NOTHING_LATE');
    response.after(request()).when(urge(), LATE).thenRefused('NOTHING_LATE');
    const sent = issued.and(send()).and(send('2026-11-27', { to: 'superior', addressee: null }));
    const all = sent.and(send('2026-11-27', { to: 'inspectorate', addressee: null }));
    all.when(urge(), LATE).thenRefused('NOTHING_LATE');
    response.given().when(urge(), LATE).thenRefused('CASE_UNKNOWN');
  });

  it('is done from directly above, once a day, and answered once', () => {
    issued.when(urge({ to: null }), LATE).thenRefused('NOT_DIRECTLY_ABOVE');
    issued.when(report, LATE).thenRefused('NO_REPORT_AWAITED');
    const urged = issued.and({ command: urge(), ...LATE });
    urged.when(urge(), LATE).thenRefused('ALREADY_URGED');
    urged.when(report, LATE).then({ type: 'DelayReported' });
    urged
      .and({ command: report, ...LATE })
      .when(report, LATE)
      .thenRefused('NO_REPORT_AWAITED');
  });
});
