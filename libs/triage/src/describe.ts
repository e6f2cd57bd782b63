import {
  change,
  dayMonthYear,
  describeBreach,
  respondentChanges,
  type Described,
  type DescribeEvent,
  type Names,
} from '@minh-bach/platform';
import type { CaseNumberReserved, PetitionEvent } from './domain/petition.events.ts';
import {
  basisRule,
  body,
  describeProposed,
  proposer,
  type ProposedEvent,
} from './describe-proposed.ts';
import { describeClassification } from './describe-classification.ts';
import { OUTCOME_WORDS, STATE_WORDS } from './words.ts';

const COMPETENCE_UNFOUNDED = {
  vi: 'Chưa xác định từ hồ sơ: đơn không nêu đơn vị hải quan bị khiếu nại',
  en: 'Not found from the file: no customs unit is named as complained of',
};

const CONDITIONS_MET = {
  vi: 'Người quyết định đã xác nhận đủ điều kiện (Luật Khiếu nại Đ.8, 9, 11)',
  en: 'Confirmed by the person who decided (Law on Complaints Art. 8, 9, 11)',
};
const CONDITIONS_UNRECORDED = {
  vi: 'Không được ghi lại khi thụ lý',
  en: 'Not recorded at acceptance',
};

/** Triage's events in plain words. */
export const describeTriage: DescribeEvent = (recorded, names): Described => {
  const { type, data } = recorded.event as PetitionEvent | CaseNumberReserved;
  switch (type) {
    case 'PetitionTaken':
      return {
        summary: {
          vi: `Chuyển đến bộ phận xử lý đơn; thời hạn tính từ ngày nhận ${dayMonthYear(data.receivedOn)}.`,
          en: `Handed to petition handling; limits count from receipt on ${dayMonthYear(data.receivedOn)}.`,
        },
        changes: [change('Đơn vị', 'Unit', names.unit(data.unit))],
        state: STATE_WORDS.taken,
      };
    case 'PetitionClassified':
      return describeClassification(data, names);
    case 'HandlingMoved':
      return { summary: handlingMoved(data, names) };
    case 'ReclassificationProposed':
    case 'ReclassificationDeclined':
    case 'SettlementProposed':
    case 'SettlementDeclined':
      return describeProposed(recorded.event as ProposedEvent);
    case 'RespondentsCorrected':
      return {
        summary: {
          vi: 'Đính chính người, đơn vị bị khiếu nại, tố cáo.',
          en: 'The respondents were corrected.',
        },
        changes: [...respondentChanges(data, names), change('Lý do', 'Reason', data.reason)],
      };
    case 'PetitionAccepted':
      return {
        summary: {
          vi: `Thụ lý giải quyết lần ${data.instance === 1 ? 'đầu' : 'hai'}; mở vụ việc ${data.case}.`,
          en: `Accepted for ${data.instance === 1 ? 'first' : 'second'} resolution; case ${data.case} opened.`,
        },
        changes: [
          change('Đơn vị có thẩm quyền', 'Competent unit', names.unit(data.competentUnit)),
          change(
            'Căn cứ thẩm quyền',
            'Basis of competence',
            data.jurisdiction?.law ?? COMPETENCE_UNFOUNDED,
          ),
          change(
            'Điều kiện thụ lý',
            'Conditions of acceptance',
            data.conditionsMet ? CONDITIONS_MET : CONDITIONS_UNRECORDED,
          ),
          ...(data.reason === null ? [] : [change('Lý do', 'Reason', data.reason)]),
        ],
        rules: basisRule(data.basis),
        state: STATE_WORDS.accepted,
      };
    case 'PetitionSettled': {
      const outcome = OUTCOME_WORDS[data.outcome];
      const { proposedBy } = data;
      return {
        summary:
          proposedBy === undefined
            ? { vi: `${outcome.vi}.`, en: `${outcome.en}.` }
            : {
                vi: `Xác nhận đề nghị đối với đơn tố cáo: ${outcome.vi.toLowerCase()}.`,
                en: `Confirmed for the denunciation: ${outcome.en.toLowerCase()}.`,
              },
        changes: [
          ...proposer(proposedBy, names),
          ...body(data),
          ...(data.reason === null ? [] : [change('Lý do', 'Reason', data.reason)]),
        ],
        rules: basisRule(data.basis),
        state: outcome,
      };
    }
    case 'NoteAdded':
      return {
        summary: { vi: 'Ghi chú.', en: 'Note.' },
        changes: [change('Nội dung', 'Text', data.text)],
      };
    case 'CaseNumberReserved':
      return {
        summary: { vi: `Cấp số vụ việc ${data.case}.`, en: `Case number ${data.case} drawn.` },
      };
    case 'DeadlineBreached':
      return describeBreach(data, names);
  }
};

function handlingMoved(
  { to, by, why }: Extract<PetitionEvent, { type: 'HandlingMoved' }>['data'],
  names: Names,
) {
  if (to === null)
    return {
      vi: 'Không còn ai trong đơn vị và các đơn vị cấp trên được xử lý đơn tố cáo này.',
      en: 'Nobody in the unit or the units above may handle this denunciation.',
    };
  const unit = names.unit(to);
  if (why === 'SOMEBODY_AGAIN')
    return {
      vi: `${unit.vi} lại có người được xử lý đơn tố cáo này.`,
      en: `${unit.en} again has somebody who may handle this denunciation.`,
    };
  const who =
    by === 'auditors' ? { vi: 'Kiểm tra nội bộ của ', en: 'the auditors of ' } : { vi: '', en: '' };
  return {
    vi: `Chuyển lên cấp trên xử lý: ${who.vi}${unit.vi}, vì trong đơn vị không còn người có quyền phân loại nào chắc chắn không liên quan đến nội dung tố cáo.`,
    en: `Passed up to ${who.en}${unit.en}: everybody in the unit who may classify could be involved in what is denounced.`,
  };
}
