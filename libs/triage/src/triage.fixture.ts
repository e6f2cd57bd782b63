import type { PetitionReceivedV1 } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type {
  AcceptPetition,
  ClassifyPetition,
  SettlePetition,
} from './domain/petition.commands.ts';
import type { PetitionCommand } from './domain/petition.decider.ts';
import type { ConfirmDecision, DeclineDecision } from './domain/proposed-decision.ts';
import type { Basis } from './domain/petition.events.ts';
import type { ReportDelay } from './domain/report-delay.ts';
import type { UrgeLowerUnit } from './domain/urge.ts';

/** A complaint about a border post, received on a Wednesday and registered on the Friday after. */
export const REGISTERED_AT = '2026-11-20T02:00:00.000Z';
export const PETITION = 'D26-48301725-4';
export const CASE = 'V26-10203040-9';

export const giang: Actor = { person: 'giang', role: 'classifier', unit: 'HQ-SM' };

export const received: PetitionReceivedV1 = {
  petition: PETITION,
  declaredKind: 'complaint',
  channel: 'post',
  senderKind: 'enterprise',
  unit: 'HQ-SM',
  receivedOn: '2026-11-18',
  datedOn: '2026-11-16',
  signed: true,
  named: true,
  legible: true,
  language: 'vi',
  respondentUnit: 'HQ-SM',
  gist: 'Khiếu nại quyết định ấn định thuế',
};

export const take = (over: Partial<PetitionReceivedV1> = {}): PetitionCommand => ({
  type: 'TakePetition',
  petition: { ...received, ...over },
});

export const classify = (
  kind: ClassifyPetition['kind'] = 'complaint',
  reason: string | null = null,
  over: Partial<ClassifyPetition> = {},
): ClassifyPetition => ({ type: 'ClassifyPetition', kind, reason, ...over });

/** As a complaint against a unit that the registration left open. */
export const naming = (respondentUnit: string | null): ClassifyPetition =>
  classify('complaint', null, { respondentUnit });

export const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };

/** What a second person answers to what one person would decide on a denunciation. */
export const confirm = (note: string | null = null): ConfirmDecision => ({
  type: 'ConfirmDecision',
  note,
});
export const decline: DeclineDecision = { type: 'DeclineDecision', note: 'Vẫn là tố cáo' };

export const asProposed: Basis = {
  rule: 10,
  law: 'TT 05/2021 Đ.10',
  proposed: ['accept'],
  agreed: true,
  packVersion: '1',
};

export const accept = (over: Partial<AcceptPetition> = {}): AcceptPetition => ({
  type: 'AcceptPetition',
  case: CASE,
  instance: 1,
  competentUnit: 'HQ-SM',
  jurisdiction: {
    level: 'chi_cuc',
    title: 'Trưởng Hải quan',
    law: 'Luật Khiếu nại Đ.17',
    unit: 'HQ-SM',
  },
  conditionsMet: true,
  reason: null,
  basis: asProposed,
  ...over,
});

export const settle = (over: Partial<SettlePetition> = {}): SettlePetition => ({
  type: 'SettlePetition',
  outcome: 'filed',
  competentBody: null,
  reason: 'Đơn trùng nội dung đã giải quyết',
  basis: asProposed,
  ...over,
});

export const urge = (over: Partial<UrgeLowerUnit> = {}): UrgeLowerUnit => ({
  type: 'UrgeLowerUnit',
  to: 'HQ-SM',
  ground: 'reception',
  letter: null,
  letterOn: null,
  request: 'Giải quyết và báo cáo kết quả',
  ...over,
});

export const correct: PetitionCommand = {
  type: 'CorrectRespondents',
  respondentUnit: 'HQ-SM',
  respondents: { units: [], people: [] },
  reason: 'Đọc kỹ lại',
};
export const strike: PetitionCommand = {
  type: 'StrikeNames',
  struck: { units: ['HQ-DG'], people: ['t'] },
  correctedBy: 'giang',
  isOwn: false,
  reason: 'Nêu nhầm tên',
};

export const reportDelay: ReportDelay = {
  type: 'ReportDelay',
  letter: '88/BC-HQSM',
  report: 'Thiếu người xác minh',
};

/** Reception corrected the day. */
export const noteReceipt = (receivedOn: string): PetitionCommand => ({
  type: 'NoteReceipt',
  petition: PETITION,
  receivedOn,
});

export const note: PetitionCommand = { type: 'AddNote', text: 'Đã gọi điện hỏi thêm' };

export const merge = {
  type: 'MergePetition',
  into: 'D26-00000001-0',
  reason: 'Cùng nội dung',
} as const satisfies PetitionCommand;
export const unmerge: PetitionCommand = { type: 'UnmergePetition', reason: 'Khác việc' };
/** Another one into this. */
export const takeIn = {
  type: 'TakeInDuplicate',
  other: 'D26-00000002-0',
  kind: 'complaint',
  respondentUnit: 'HQ-SM',
  receivedOn: '2026-11-18',
  keptSince: '2026-11-18',
} as const satisfies PetitionCommand;
export const letGo: PetitionCommand = { type: 'LetGoDuplicate', other: takeIn.other };

export const superior = { person: 'khanh', unit: 'KV-MH' };
export const noticeBreach = (rule: string): PetitionCommand => ({
  type: 'NoticeBreach',
  rule,
  told: superior,
});

/** What falls to the level above; all else is the classifier's. */
export const actorFor = ({ type }: PetitionCommand): Actor =>
  /^(Confirm|Decline|Urge|Strike)/.test(type) ? khanh : giang;

/** What is late is not merged. */
const notLate = take({ receivedOn: '2027-05-31' });

/** Lives of petitions that together hold every event: accepted, filed late, told of a breach. */
export const stories: readonly (readonly PetitionCommand[])[] = [
  [take(), note, classify(), accept()],
  [take(), classify('feedback', 'Không nêu quyết định nào'), settle()],
  [notLate, merge, unmerge, classify(), merge],
  [take(), takeIn, letGo],
  [notLate, merge, classify('denunciation', 'Tố cáo')],
  [notLate, merge, { type: 'TakeApart', from: merge.into, because: 'receipt-of-other' }],
  [take(), noticeBreach('KN1.ACCEPT.NEW')],
  [take(), noticeBreach('KN1.ACCEPT.NEW'), noteReceipt('2026-11-20')],
  [take(), classify(), accept(), noteReceipt('2026-11-20')],
  [take({ respondentUnit: null }), naming('HQ-SM'), accept()],
  [take({ respondentUnit: 'HQ-DG' }), correct, strike],
  [
    take({ declaredKind: 'denunciation', gist: null }),
    classify('feedback', 'Không tố cáo ai'),
    decline,
    { type: 'NoteHandler', handler: { unit: 'KV-MH', by: 'classifiers' } },
    classify('complaint', 'Khiếu nại quyết định'),
    confirm('Đồng ý'),
    accept(),
    classify('denunciation', 'Tố cáo, đọc kỹ lại'),
  ],
  [
    take({ declaredKind: 'denunciation', gist: null }),
    classify('denunciation'),
    urge({ ground: 'overdue', letter: '1205/KVMH-TTKT' }),
    reportDelay,
    settle(),
    decline,
    settle({ outcome: 'transferred', competentBody: 'UBND tỉnh' }),
    confirm(),
  ],
];
/** By then every clock of the stories is over. */
export const LONG_AFTER = '2027-06-01T02:00:00.000Z';
