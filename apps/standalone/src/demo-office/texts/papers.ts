import type { BodyOf, Conclusion, proposeConclusion } from '@minh-bach/contracts';
import type { MatterEntry, OfficeUnit } from '../matter-entry.ts';
import { THEMES, type CaseTexts } from './themes.ts';

const UNIT_NAMES: Readonly<Record<OfficeUnit, string>> = {
  'HQ-SM': 'Hải quan cửa khẩu Sông Mây',
  'HQ-DG': 'Hải quan cửa khẩu Đèo Gió',
  'KV-MH': 'Chi cục Hải quan khu vực Minh Họa',
};

const RESULTS: Readonly<Record<Conclusion, string>> = {
  upheld: 'Công nhận khiếu nại là đúng toàn bộ',
  partly_upheld: 'Công nhận khiếu nại đúng một phần',
  dismissed:
    'Giữ nguyên quyết định, hành vi hành chính bị khiếu nại; nội dung khiếu nại là sai toàn bộ',
};

const NEXT_STEP = {
  1: 'Trường hợp không đồng ý, người khiếu nại có quyền khiếu nại lần hai đến Chi cục trưởng Chi cục Hải quan khu vực Minh Họa hoặc khởi kiện vụ án hành chính tại Tòa án theo quy định của Luật Tố tụng hành chính.',
  '1-region':
    'Trường hợp không đồng ý, người khiếu nại có quyền khiếu nại lần hai đến Cục trưởng Cục Hải quan hoặc khởi kiện vụ án hành chính tại Tòa án theo quy định của Luật Tố tụng hành chính.',
  2: 'Trường hợp không đồng ý, người khiếu nại có quyền khởi kiện vụ án hành chính tại Tòa án theo quy định của Luật Tố tụng hành chính.',
};

export interface Papers extends Pick<CaseTexts, 'explanation' | 'evidence' | 'note'> {
  readonly draft: BodyOf<typeof proposeConclusion>;
  readonly shortFindings: string;
  readonly returnNote: string;
  readonly decision: string;
}

/** What is written in a case, by what it is about and how it ends. */
export function papersOf(entry: MatterEntry): Papers {
  const { theme, conclusion = 'dismissed', instance = 1, unit, id } = entry;
  if (!theme) throw new Error(`${id} does not say what its case is about`);
  const { explanation, evidence, note, law, results } = THEMES[theme];
  const { findings, measures } = results[conclusion];
  const end = instance === 1 && unit === 'KV-MH' ? '1-region' : instance;
  return {
    explanation,
    evidence,
    note,
    draft: { conclusion, findings, law, measures },
    shortFindings: `${findings.split('. ')[0]}.`,
    returnNote:
      'Dự thảo chưa nêu kết quả đối chiếu từng tài liệu và ý kiến của người khiếu nại. Bổ sung, rồi trình lại trong hai ngày làm việc.',
    decision: [
      `Điều 1. ${RESULTS[conclusion]}.`,
      `Điều 2. ${measures}`,
      `Điều 3. ${UNIT_NAMES[unit]} và người khiếu nại chịu trách nhiệm thi hành quyết định này. ${NEXT_STEP[end]}`,
    ].join('\n'),
  };
}
