import { describe, expect, it } from '@jest/globals';
import { clockOf, clockStartedSchema } from '@minh-bach/contracts';
import {
  computeDeadline,
  computeDeadlineData,
  deadlineRuleIds,
  type DeadlineRequest,
} from '@minh-bach/rules';
import { explanationOf } from './explanation.ts';

/** As a reader of the log gets it back. */
const stored = (request: DeadlineRequest) =>
  clockStartedSchema.parse(JSON.parse(JSON.stringify(clockOf(computeDeadlineData(request)))));

/** One of a family's versions is in force that day. */
const families = deadlineRuleIds.filter((id) => !/\.(OLD|NEW)$|^CH\.REG_2011$/.test(id));

describe('a clock that was stored', () => {
  it.each(families)('of %s is told as it was counted', (rule) => {
    for (const trigger of ['2026-08-28', '2026-11-20', '2027-02-02T16:30']) {
      const request = { rule, trigger };
      expect(explanationOf(stored(request))).toEqual(computeDeadline(request).explanation);
    }
  });

  it('is told with its pauses and extensions', () => {
    const request: DeadlineRequest = {
      rule: 'TC.RESOLVE',
      trigger: '2026-07-10',
      pauses: [{ from: '2026-07-15', to: '2026-07-18' }, { from: '2026-08-12' }],
      extensions: [{ decision: '12/QĐ-CHQ', decidedOn: '2026-08-05', complexity: 'complex' }],
    };
    expect(explanationOf(stored(request))).toEqual(computeDeadline(request).explanation);
  });

  it('keeps no sentence', () => {
    const kept = JSON.stringify(stored({ rule: 'KN1.ACCEPT.NEW', trigger: '2026-11-18' }));
    expect(kept).not.toMatch(/working days|ngày làm việc/);
    expect(Buffer.byteLength(kept)).toBeLessThan(1_050);
  });
});
