import {
  change,
  dayMonthYear,
  describeBreach,
  type Described,
  type DescribeEvent,
} from '@minh-bach/platform';
import type { CaseEvent } from './domain/case.events.ts';
import { CONCLUSION_WORDS, STATE_WORDS } from './words.ts';

/** Investigation's events in plain words. */
export const describeInvestigation: DescribeEvent = (recorded, names): Described => {
  const { type, data } = recorded.event as CaseEvent;
  switch (type) {
    case 'CaseReceived':
      return {
        summary: {
          vi: `Nhận vụ việc để xác minh; thời hạn giải quyết tính từ ngày thụ lý ${dayMonthYear(data.acceptedOn)}.`,
          en: `Case received for verification; the limit counts from acceptance on ${dayMonthYear(data.acceptedOn)}.`,
        },
        changes: [change('Đơn vị giải quyết', 'Resolving unit', names.unit(data.competentUnit))],
        state: STATE_WORDS.received,
      };
    case 'CaseAssigned': {
      const person = names.person(data.assignee);
      return {
        summary: { vi: `Giao ${person} xác minh.`, en: `Assigned to ${person}.` },
        state: STATE_WORDS.assigned,
      };
    }
    case 'NoteAdded':
      return {
        summary: { vi: 'Ghi chú.', en: 'Note.' },
        changes: [change('Nội dung', 'Text', data.text)],
      };
    case 'ExplanationRecorded':
      return {
        summary: {
          vi: `Ghi nhận giải trình ngày ${dayMonthYear(data.givenOn)}.`,
          en: `Explanation of ${dayMonthYear(data.givenOn)} recorded.`,
        },
        changes: [
          change('Người giải trình', 'Given by', data.givenBy),
          change('Nội dung', 'Text', data.text),
        ],
      };
    case 'EvidenceRecorded':
      return {
        summary: {
          vi: `Ghi nhận chứng cứ thu thập ngày ${dayMonthYear(data.obtainedOn)}.`,
          en: `Evidence obtained on ${dayMonthYear(data.obtainedOn)} recorded.`,
        },
        changes: [change('Tên', 'Title', data.title), change('Nội dung', 'Text', data.text)],
      };
    case 'ConclusionProposed': {
      const conclusion = CONCLUSION_WORDS[data.conclusion];
      return {
        summary: {
          vi: `Trình dự thảo kết luận, phiên bản ${data.version}: ${conclusion.vi.toLowerCase()}.`,
          en: `Draft conclusion, version ${data.version}, submitted: ${conclusion.en.toLowerCase()}.`,
        },
        changes: [
          change('Kết quả xác minh', 'Findings', data.findings),
          change('Căn cứ', 'Law', data.law),
          change('Biện pháp', 'Measures', data.measures),
        ],
        state: STATE_WORDS.proposed,
      };
    }
    case 'ConclusionReturned':
      return {
        summary: {
          vi: `Trả lại dự thảo phiên bản ${data.version} để hoàn thiện.`,
          en: `Draft version ${data.version} returned for revision.`,
        },
        changes: [change('Yêu cầu', 'Note', data.note)],
        state: STATE_WORDS.assigned,
      };
    case 'ConclusionApproved': {
      const conclusion = CONCLUSION_WORDS[data.conclusion];
      return {
        summary: {
          vi: `Phê duyệt kết luận phiên bản ${data.version}: ${conclusion.vi.toLowerCase()}.`,
          en: `Conclusion version ${data.version} approved: ${conclusion.en.toLowerCase()}.`,
        },
        state: STATE_WORDS.approved,
      };
    }
    case 'DecisionNoted':
      return {
        summary: {
          vi: `Quyết định ${data.decisionNumber} ban hành ngày ${dayMonthYear(data.issuedOn)}; vụ việc đã được giải quyết.`,
          en: `Decision ${data.decisionNumber} was issued on ${dayMonthYear(data.issuedOn)}; the case is resolved.`,
        },
        state: STATE_WORDS.decided,
      };
    case 'DeadlineBreached':
      return describeBreach(data, names);
  }
};
