import type { CaseOpenedV1 } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type {
  ApproveConclusion,
  AssignCase,
  CaseCommand,
  NoteDecision,
  ProposeConclusion,
  RecordEvidence,
  RecordExplanation,
  ReportDelay,
  ReturnConclusion,
  UrgeCase,
} from './domain/case.commands.ts';

export const CASE = 'V26-10203040-9';
export const PETITION = 'D26-48301725-4';
/** The afternoon of the day on which the case was accepted. */
export const OPENED_AT = '2026-11-23T08:00:00.000Z';

export const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
export const cuc: Actor = { person: 'cuc', role: 'head', unit: 'HQ-SM' };
export const hung: Actor = { person: 'hung', role: 'verifier', unit: 'HQ-SM' };
export const lan: Actor = { person: 'lan', role: 'verifier', unit: 'HQ-SM' };

export const opened: CaseOpenedV1 = {
  case: CASE,
  petitions: [PETITION],
  kind: 'complaint',
  instance: 1,
  competentUnit: 'HQ-SM',
  respondentUnit: 'HQ-SM',
  receivedOn: '2026-11-18',
  acceptedOn: '2026-11-23',
  gist: 'Khiếu nại quyết định ấn định thuế',
};

export const receive = (over: Partial<CaseOpenedV1> = {}): CaseCommand => ({
  type: 'ReceiveCase',
  case: { ...opened, ...over },
});
export const assign = (assignee = 'hung', assigneeMayVerify = true): AssignCase => ({
  type: 'AssignCase',
  assignee,
  noConflict: true,
  assigneeMayVerify,
  isDenunciation: false,
});
export const urge = (over: Partial<UrgeCase> = {}): UrgeCase => ({
  type: 'UrgeCase',
  to: 'HQ-SM',
  ground: 'reception',
  letter: null,
  letterOn: null,
  request: 'Giải quyết trước ngày 05/12',
  isDenunciation: false,
  ...over,
});
export const reportDelay: ReportDelay = {
  type: 'ReportDelay',
  letter: null,
  report: 'Chờ kết quả giám định',
};
export const note: CaseCommand = { type: 'AddNote', text: 'Đã hẹn làm việc' };
export const explanation = (givenOn = '2026-11-23'): RecordExplanation => ({
  type: 'RecordExplanation',
  givenBy: 'Đội thủ tục',
  givenOn,
  text: 'Đã áp mã theo kết quả phân tích',
  files: [],
  pages: null,
});
export const evidence = (obtainedOn = '2026-11-23'): RecordEvidence => ({
  type: 'RecordEvidence',
  title: 'Kết quả phân tích',
  obtainedOn,
  source: null,
  text: 'Mẫu số 3',
  files: [],
  pages: null,
});
export const propose = (
  conclusion: ProposeConclusion['conclusion'] = 'upheld',
): ProposeConclusion => ({
  type: 'ProposeConclusion',
  conclusion,
  findings: 'Áp sai mã',
  law: 'Luật Hải quan Đ.26',
  measures: 'Hủy quyết định ấn định thuế',
});
export const approve = (version = 1): ApproveConclusion => ({ type: 'ApproveConclusion', version });
export const sendBack = (version = 1): ReturnConclusion => ({
  type: 'ReturnConclusion',
  version,
  note: 'Cần làm rõ mẫu số 3',
});
export const noteDecision: NoteDecision = {
  type: 'NoteDecision',
  decisionNumber: '12/QĐ-HQSM',
  issuedOn: '2026-11-25',
};
/** It was recorded late, and a second person confirmed the day. */
export const noteLate: CaseCommand = { ...noteDecision, countsFrom: '2026-12-30' };
export const settleDay = (on: string): CaseCommand => ({ type: 'SettleDecisionDay', on });
/** Reception corrected the day; triage tells of it. */
export const noteReceipt = (receivedOn: string): CaseCommand => ({
  type: 'NoteReceipt',
  receivedOn,
});
export const superior = { person: 'khanh', unit: 'KV-MH' };
export const noticeBreach = (rule = 'KN1.RESOLVE.NORMAL'): CaseCommand => ({
  type: 'NoticeBreach',
  rule,
  told: superior,
});

/** By then every clock of the story is over. */
export const LONG_AFTER = '2027-06-01T02:00:00.000Z';
/** The life of a case that holds every event: late, sent back once, decided. */
export const story: readonly { readonly command: CaseCommand; readonly actor: Actor }[] = [
  { command: receive(), actor: binh },
  { command: assign('hung'), actor: binh },
  { command: note, actor: hung },
  { command: explanation(), actor: hung },
  { command: evidence(), actor: hung },
  { command: propose('dismissed'), actor: hung },
  { command: sendBack(1), actor: binh },
  { command: propose('upheld'), actor: hung },
  { command: noticeBreach(), actor: binh },
  { command: approve(2), actor: binh },
  { command: noteDecision, actor: binh },
];
