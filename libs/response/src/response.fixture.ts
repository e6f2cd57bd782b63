import type { Addressee, CaseConcludedV1 } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { CaseCommand, IssueDecision, SendDecision } from './domain/case.decider.ts';
import type { ConfirmPublication, PreparePublication } from './domain/publish.ts';

export const CASE = 'V26-10203040-9';
export const PETITION = 'D26-48301725-4';
/** A Friday afternoon, two days after the conclusion. */
export const TODAY = '2026-11-27T08:00:00.000Z';

export const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
export const phuc: Actor = { person: 'phuc', role: 'clerk', unit: 'HQ-SM' };

export const concluded: CaseConcludedV1 = {
  case: CASE,
  petitions: [PETITION],
  kind: 'complaint',
  unit: 'HQ-SM',
  conclusion: 'upheld',
  instance: 1,
  receivedOn: '2026-11-18',
  concludedOn: '2026-11-25',
  gist: 'Khiếu nại quyết định ấn định thuế',
};

export const request = (over: Partial<CaseConcludedV1> = {}): CaseCommand => ({
  type: 'RequestResponse',
  concluded: { ...concluded, ...over },
});
export const issue = (over: Partial<IssueDecision> = {}): IssueDecision => ({
  type: 'IssueDecision',
  decisionNumber: '12/QĐ-HQSM',
  issuedOn: '2026-11-27',
  signer: 'binh',
  conclusion: 'upheld',
  signerMaySign: true,
  text: 'Chấp nhận toàn bộ nội dung khiếu nại',
  forwarder: null,
  hasRelated: false,
  hasConcerned: false,
  ...over,
});
export const send = (
  sentOn = '2026-11-27',
  over: Partial<Omit<SendDecision, 'type'>> = {},
): SendDecision => ({
  type: 'SendDecision',
  method: 'registered_post',
  sentOn,
  addressee: 'Công ty Thử Nghiệm, 1 Đường Số Không',
  item: null,
  ...over,
});
/** To all others of every first decision. */
export const sendOthers = (sentOn = '2026-11-27'): readonly SendDecision[] =>
  (['superior', 'inspectorate'] as const).map((to) => send(sentOn, { to, addressee: null }));
export const deliver = (receivedOn = '2026-11-27', over: { to?: Addressee } = {}): CaseCommand => ({
  type: 'RecordDelivery',
  receivedOn,
  proof: null,
  ...over,
});
/** A second person does. */
export const confirmDay: CaseCommand = { type: 'ConfirmDay', note: 'Đã xem sổ văn thư' };
export const declineDay: CaseCommand = { type: 'DeclineDay', note: 'Không có dấu bưu điện' };
export const close: CaseCommand = { type: 'CloseCase', because: 'second_complaint' };
/** Reception corrected the day; investigation tells of it. */
export const noteReceipt = (receivedOn: string): CaseCommand => ({
  type: 'NoteReceipt',
  receivedOn,
});
export const superior = { person: 'khanh', unit: 'KV-MH' };
export const noticeBreach = (rule = 'KN1.SEND'): CaseCommand => ({
  type: 'NoticeBreach',
  rule,
  told: superior,
});

export const OPEN_TEXT = 'Khiếu nại của một doanh nghiệp về ấn định thuế được chấp nhận.';
export const prepare = (over: Partial<PreparePublication> = {}): PreparePublication => ({
  type: 'PreparePublication',
  text: OPEN_TEXT,
  namesSender: false,
  compared: true,
  ...over,
});
export const publish = (over: Partial<ConfirmPublication> = {}): ConfirmPublication => ({
  type: 'ConfirmPublication',
  version: 1,
  way: 'posting',
  text: OPEN_TEXT,
  namesSender: false,
  compared: true,
  ...over,
});

/** By then the clock of the story is over. */
export const LONG_AFTER = '2027-06-01T02:00:00.000Z';
/** The life of a response that holds every event: sent late. */
export const story: readonly CaseCommand[] = [
  request(),
  issue(),
  noticeBreach(),
  noteReceipt('2026-11-17'),
  send(),
  send('2026-11-27', { to: 'superior', addressee: null, item: 'EH 123 456 789 VN' }),
  send('2026-11-27', { to: 'inspectorate', method: 'electronic' }),
  deliver('2026-11-27', { to: 'superior' }),
  deliver(),
  confirmDay,
  declineDay,
  prepare(),
  { type: 'ReturnPublication', version: 1, reason: 'Còn nêu tên một người' },
  prepare(),
  publish({ version: 2 }),
  close,
  { type: 'ProposeTakingBack', reason: 'Còn nêu tên một người' },
  { type: 'DeclineTakingBack', reason: 'Không nêu tên ai' },
  { type: 'ProposeTakingBack', reason: 'Còn nêu tên một người' },
  { type: 'ConfirmTakingBack' },
];
/** A second person confirms what the first did. */
export const actorOf = ({ type }: CaseCommand): Actor =>
  ['ConfirmPublication', 'ConfirmTakingBack', 'ConfirmDay'].includes(type) ? binh : phuc;
