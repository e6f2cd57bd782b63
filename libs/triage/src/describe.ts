import { KIND_WORDS } from '@minh-bach/contracts';
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
import { OUTCOME_WORDS, RECLASSIFICATION_WORDS, STATE_WORDS } from './words.ts';

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
    case 'PetitionClassified': {
      const kind = KIND_WORDS[data.kind];
      const before = KIND_WORDS[data.before];
      const { proposedBy } = data;
      return {
        summary:
          proposedBy === undefined
            ? {
                vi: `Phân loại đơn: ${kind.vi.toLowerCase()}.`,
                en: `Classified as ${kind.en.toLowerCase()}.`,
              }
            : {
                vi: `Xác nhận phân loại lại đơn tố cáo thành ${kind.vi.toLowerCase()}.`,
                en: `Confirmed: the denunciation is classified as ${kind.en.toLowerCase()}.`,
              },
        changes: [
          ...(proposedBy === undefined
            ? []
            : [change('Người đề nghị', 'Proposed by', names.person(proposedBy))]),
          ...(data.kind === data.before || proposedBy !== undefined
            ? []
            : [change('Loại khai ban đầu', 'Declared as', before)]),
          ...respondentChanges(data, names),
          ...(data.reason === null ? [] : [change('Lý do', 'Reason', data.reason)]),
        ],
        state: STATE_WORDS.classified,
      };
    }
    case 'HandlingMoved':
      return { summary: handlingMoved(data, names) };
    case 'ReclassificationProposed': {
      const kind = KIND_WORDS[data.proposed.kind];
      return {
        summary: {
          vi: `Đề nghị phân loại lại đơn tố cáo thành ${kind.vi.toLowerCase()}; chờ người thứ hai xác nhận.`,
          en: `Proposed: the denunciation is classified as ${kind.en.toLowerCase()}; a second person has to confirm.`,
        },
        changes: [change('Lý do', 'Reason', data.reason)],
        state: RECLASSIFICATION_WORDS,
      };
    }
    case 'ReclassificationDeclined': {
      const kind = KIND_WORDS[data.proposed.kind];
      return {
        summary: {
          vi: `Không chấp nhận phân loại lại thành ${kind.vi.toLowerCase()}; đơn vẫn là tố cáo.`,
          en: `Not confirmed as ${kind.en.toLowerCase()}; it stays a denunciation.`,
        },
        changes: [change('Lý do', 'Reason', data.note)],
      };
    }
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
      const outcome = OUTCOME_WORDS[data.outcome] ?? { vi: data.outcome, en: data.outcome };
      return {
        summary: { vi: `${outcome.vi}.`, en: `${outcome.en}.` },
        changes: [
          ...(data.competentBody === null
            ? []
            : [change('Cơ quan có thẩm quyền', 'Competent body', data.competentBody)]),
          change('Lý do', 'Reason', data.reason),
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

const basisRule = (basis: {
  rule: number | null;
  law: string;
  agreed: boolean;
  packVersion: string;
}) => [
  {
    rule: basis.rule === null ? 'TRIAGE' : `TRIAGE.${basis.rule}`,
    version: basis.packVersion,
    law: basis.law,
    legal: true,
    explanation: basis.agreed
      ? { vi: 'Quyết định theo đề xuất của hệ thống.', en: 'Decided as the engine proposed.' }
      : {
          vi: 'Quyết định khác đề xuất của hệ thống; lý do được ghi lại.',
          en: 'Decided otherwise than proposed; the reason is on record.',
        },
  },
];
