import { describe, expect, it } from '@jest/globals';
import { deadlineRules } from '../pack/pack.ts';
import { computeDeadline } from './compute.ts';

type Case = readonly [
  rule: string,
  trigger: string,
  due: string,
  besides?: { unrolled?: string; safeDue?: string; provisional?: boolean },
];

// Around Tết 2026 (16–20 February), 26 April to 1 May, and 31 August to 2 September 2026 with its
// working Saturday, 22 August. Counted by hand and by a second, naive program.
const cases: readonly Case[] = [
  ['TCD.NOTICE_INITIAL', '2026-02-11', '2026-03-04'],
  ['TCD.FORWARDED_RESULT', '2026-08-25', '2026-09-08'],
  ['TCD.FORWARDER_NOTIFY_CITIZEN', '2026-07-10', '2026-07-17'],
  ['TCD.REFUSAL_NOTICE', '2026-08-14', '2026-08-19'],
  ['TCD.SCHEDULE_POSTED', '2026-08-20', '2026-08-13'],
  ['TCD.HEAD_MONTHLY', '2026-07-03', '2026-07-31'],
  ['XLD.HARD_45', '2026-08-17', '2026-10-01'],
  ['KN1.ACCEPT.OLD', '2026-06-18', '2026-06-29', { unrolled: '2026-06-28' }],
  ['KN1.ACCEPT.NEW', '2026-08-19', '2026-08-27'],
  ['KN2.ACCEPT.OLD', '2026-06-20', '2026-06-30'],
  ['KN2.ACCEPT.NEW', '2026-07-10', '2026-07-21', { safeDue: '2026-07-20' }],
  ['KN1.RESOLVE.NORMAL', '2026-04-22', '2026-05-22'],
  ['KN1.RESOLVE.COMPLEX', '2026-08-20', '2026-10-05', { unrolled: '2026-10-04' }],
  ['KN1.RESOLVE.REMOTE', '2026-07-03', '2026-08-17'],
  ['KN1.RESOLVE.REMOTE_COMPLEX', '2026-06-12', '2026-08-11'],
  ['KN2.RESOLVE.NORMAL', '2026-09-25', '2026-11-09'],
  ['KN2.RESOLVE.COMPLEX', '2026-02-11', '2026-04-13', { unrolled: '2026-04-12' }],
  ['KN2.RESOLVE.REMOTE', '2026-08-25', '2026-10-26', { unrolled: '2026-10-24' }],
  ['KN2.RESOLVE.REMOTE_COMPLEX', '2026-07-10', '2026-09-18'],
  ['KN.TIME_BAR', '2026-04-22', '2026-07-21'],
  ['KN2.WINDOW', '2026-08-20', '2026-09-21', { unrolled: '2026-09-19' }],
  ['KN2.WINDOW.REMOTE', '2026-07-03', '2026-08-17'],
  ['KN1.SEND', '2026-06-12', '2026-06-17'],
  ['KN2.SEND', '2026-09-25', '2026-10-02'],
  ['KN.PUBLISH', '2026-02-11', '2026-02-26'],
  ['KN.PUBLISH.MIN', '2026-08-20', '2026-09-04'],
  ['KN.EFFECTIVE', '2026-08-25', '2026-09-24'],
  ['KN.ENFORCE', '2026-07-10', '2026-07-17'],
  ['KN.DIALOGUE_NOTICE', '2026-08-20', '2026-08-15', { safeDue: '2026-08-14' }],
  ['KN.SUSPEND_SEND', '2026-08-20', '2026-08-24'],
  ['KN.REFILE_AFTER_STOP', '2026-07-03', '2026-08-03', { unrolled: '2026-08-02' }],
  ['KN.CUSTOMS_GUIDE', '2026-06-12', '2026-06-15'],
  ['KNKL.FIRST_BAR', '2026-09-25', '2026-10-12', { unrolled: '2026-10-10' }],
  ['KNKL.SECOND_BAR', '2026-02-11', '2026-02-23', { unrolled: '2026-02-21' }],
  ['KNKL.ACCEPT.OLD', '2026-06-26', '2026-07-06'],
  ['KNKL.ACCEPT.NEW', '2026-07-10', '2026-07-21', { safeDue: '2026-07-20' }],
  ['KNKL.RESOLVE.COMPLEX', '2026-04-22', '2026-06-08', { unrolled: '2026-06-06' }],
  ['KNKL.SECOND_BAR.DISMISSAL', '2026-08-20', '2026-09-21', { unrolled: '2026-09-19' }],
  ['KNKL.RESOLVE', '2026-07-03', '2026-08-03', { unrolled: '2026-08-02' }],
  ['TC.INITIAL', '2026-06-12', '2026-06-23'],
  ['TC.INITIAL.EXT', '2026-09-25', '2026-10-09'],
  ['TC.TRANSFER', '2026-02-11', '2026-02-25'],
  ['TC.NOTIFY_ACCEPT', '2026-08-25', '2026-09-04'],
  ['TC.RESOLVE', '2026-07-10', '2026-08-10', { unrolled: '2026-08-09' }],
  ['TC.EXTEND', '2026-04-22', '2026-05-22'],
  ['TC.SUSPEND_SEND', '2026-08-20', '2026-08-26'],
  ['TC.SEND_CONCLUSION', '2026-07-03', '2026-07-10'],
  ['TC.ACT_ON_CONCLUSION', '2026-06-12', '2026-06-23'],
  ['TC.RESULT_BACK', '2026-09-25', '2026-10-02'],
  ['TC.PUBLISH', '2026-02-11', '2026-02-27'],
  ['TC.FOLLOWUP_REVIEW', '2026-08-25', '2026-09-14'],
  ['TC.OVERDUE_REQUEST', '2026-07-10', '2026-07-17'],
  ['TC.OVERDUE_REPORT', '2026-04-22', '2026-05-04'],
  ['TC.PRESS_REPLY', '2026-08-20', '2026-09-09'],
  ['TC.CRIME_TRANSFER', '2026-07-03', '2026-07-03'],
  ['PA.TRANSFER', '2026-06-12', '2026-06-19'],
  ['PA.RESPOND', '2026-09-25', '2026-10-15'],
  ['PA.UPDATE', '2026-02-11', '2026-02-23', { unrolled: '2026-02-18' }],
  ['PA.RESULT_POST', '2026-08-25', '2026-08-27'],
  ['PA.LEGALDOC', '2026-07-10', '2026-07-27', { unrolled: '2026-07-25' }],
  ['PA.GENERAL', '2026-04-22', '2026-05-18'],
  ['CH.REPLY_2011', '2026-08-20', '2026-08-25'],
  ['CH.REG_2011', '2015-04-10T16:30', '2015-04-10T17:00:00+07:00'],
  ['CH.DOC_2015', '2026-06-12T16:30', '2026-06-15T09:30:00+07:00'],
  ['CH.INSP_2015', '2026-09-25T16:30', '2026-09-28T16:30:00+07:00'],
  ['HL.ACK', '2026-02-11', '2026-02-11'],
  ['HL.DISPATCH', '2026-08-25T16:30', '2026-08-25T18:30:00+07:00'],
  ['RR.ACK', '2026-07-10T16:30', '2026-07-10T17:00:00+07:00'],
  ['RR.RESOLVE', '2026-04-22T16:30', '2026-04-23T16:30:00+07:00'],
  ['RT.LOWSCORE', '2026-08-20', '2026-08-24'],
  ['RET.REJECTED', '2026-07-03', '2027-07-05', { unrolled: '2027-07-03', provisional: true }],
  ['RET.CASE', '2026-06-12', '2041-12-31', { provisional: true }],
  ['UP.REPORT', '2026-09-25', '2026-09-28'],
  ['UP.GUIDANCE', '2026-02-11', '2026-02-25'],
];

describe('every rule of the pack', () => {
  it.each(cases)('%s from %s is due on %s', (rule, trigger, due, besides = {}) => {
    const { unrolled = due, safeDue = due, provisional = false } = besides;

    expect(computeDeadline({ rule, trigger })).toMatchObject({
      rule,
      due,
      unrolled,
      safeDue,
      provisional,
    });
  });

  it('is sure of what is immediate, whatever days of rest are yet to be fixed', () => {
    const asked = { rule: 'TC.CRIME_TRANSFER', trigger: '2030-03-15' };
    expect(computeDeadline(asked)).toMatchObject({ due: '2030-03-15', provisional: false });
  });

  it('in office hours that is used up at closing ends at closing, not at the next opening', () => {
    const { due } = computeDeadline({ rule: 'CH.DOC_2015', trigger: '2026-06-12T15:00' });
    expect(due).toBe('2026-06-12T17:00:00+07:00');
  });

  it('in years ends on 28 February where there is no 29th', () => {
    const { unrolled } = computeDeadline({ rule: 'RET.REJECTED', trigger: '2028-02-29' });
    expect(unrolled).toBe('2029-02-28');
  });

  it('has a case', () => {
    expect(cases.map(([rule]) => rule).toSorted()).toEqual([...deadlineRules.keys()].toSorted());
  });

  it('is law, or shown as an internal target', () => {
    const targets = [...deadlineRules.values()].filter(
      ({ confidence }) => confidence === 'policy_default',
    );
    expect(targets.map(({ id }) => id)).toEqual([
      'PA.GENERAL',
      'HL.DISPATCH',
      'RR.ACK',
      'RR.RESOLVE',
      'RT.LOWSCORE',
      'UP.REPORT',
      'UP.GUIDANCE',
    ]);
    for (const { id } of targets) {
      const { legal, explanation } = computeDeadline({ rule: id, trigger: '2026-07-10' });
      expect(legal).toBe(false);
      expect(explanation.vi).toContain('chỉ tiêu nội bộ, không phải thời hạn luật định');
      expect(explanation.en).toContain('an internal target, not a limit set by law');
    }
  });
});
