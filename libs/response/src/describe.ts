import {
  change,
  dayMonthYear,
  describeBreach,
  type Described,
  type DescribeEvent,
} from '@minh-bach/platform';
import type { CaseEvent } from './domain/case.events.ts';
import { METHOD_WORDS, STATE_WORDS } from './words.ts';

/** Response's events in plain words. */
export const describeResponse: DescribeEvent = (recorded, names): Described => {
  const { type, data } = recorded.event as CaseEvent;
  switch (type) {
    case 'ResponseRequested':
      return {
        summary: {
          vi: `Nhận kết luận ngày ${dayMonthYear(data.concludedOn)} để ban hành quyết định.`,
          en: `Conclusion of ${dayMonthYear(data.concludedOn)} received, decision to be issued.`,
        },
        state: STATE_WORDS.requested,
      };
    case 'DecisionIssued':
      return {
        summary: {
          vi: `Ban hành quyết định số ${data.decisionNumber} ngày ${dayMonthYear(data.issuedOn)}.`,
          en: `Decision ${data.decisionNumber} of ${dayMonthYear(data.issuedOn)} issued.`,
        },
        changes: [
          change('Người ký', 'Signed by', names.person(data.signer)),
          change('Nội dung', 'Text', data.text),
        ],
        state: STATE_WORDS.issued,
      };
    case 'DecisionSent': {
      const method = METHOD_WORDS[data.method];
      return {
        summary: {
          vi: `Gửi quyết định ngày ${dayMonthYear(data.sentOn)}, hình thức: ${method.vi}.`,
          en: `Decision sent on ${dayMonthYear(data.sentOn)}, ${method.en}.`,
        },
        changes: [change('Người nhận', 'Addressee', data.addressee)],
        state: STATE_WORDS.sent,
      };
    }
    case 'DecisionDelivered':
      return {
        summary: {
          vi: `Người khiếu nại nhận quyết định ngày ${dayMonthYear(data.receivedOn)}.`,
          en: `Decision received on ${dayMonthYear(data.receivedOn)}.`,
        },
        state: STATE_WORDS.delivered,
      };
    case 'CaseClosed':
      return {
        summary: { vi: 'Kết thúc vụ việc.', en: 'Case closed.' },
        state: STATE_WORDS.closed,
      };
    case 'DeadlineBreached':
      return describeBreach(data, names);
  }
};
