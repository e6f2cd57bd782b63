import type { PetitionState } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type {
  ConfirmCorrection,
  DeclineCorrection,
  ProposeReceiptDate,
} from './domain/correct-receipt.ts';
import type { CorrectSender } from './domain/correct-sender.ts';
import type { NoteProgress, PetitionCommand, RegisterPetition } from './domain/petition.decider.ts';
import type { PetitionRegistered } from './domain/petition.events.ts';

export const PETITION = 'D26-48301725-4';
/** Friday morning in Việt Nam. */
export const REGISTERED_AT = '2026-11-20T02:00:00.000Z';

export const dung: Actor = { person: 'dung', role: 'receiver', unit: 'HQ-SM' };

export const paper: PetitionRegistered['data'] = {
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
  receiptHash: 'x'.repeat(43),
  sender: {
    name: 'Công ty Thử Nghiệm',
    address: '1 Đường Số Không',
    phone: '0900000001',
    email: null,
    idNumber: '0101010101',
  },
  summary: 'Đề nghị hủy quyết định',
  statement: null,
  file: {
    id: 'file-1',
    type: 'application/pdf',
    size: 1000,
    pages: 2,
    sha256: 'a'.repeat(64),
    key: 'file key',
    contentSha256: 'b'.repeat(64),
    name: 'đơn.pdf',
  },
};

export const register = (over: Partial<PetitionRegistered['data']> = {}): RegisterPetition => ({
  type: 'RegisterPetition',
  petition: { ...paper, ...over },
});

export const progress = (state: PetitionState, at: string): NoteProgress => ({
  type: 'NoteProgress',
  state,
  on: at.slice(0, 10),
  case: null,
  opensCase: false,
  at,
});

export const cuc: Actor = { person: 'cuc', role: 'classifier', unit: 'HQ-SM' };

export const proposeDay = (
  receivedOn = '2026-11-17',
  over: Partial<ProposeReceiptDate> = {},
): ProposeReceiptDate => ({
  type: 'ProposeReceiptDate',
  receivedOn,
  channel: null,
  proof: 'postmark',
  reason: 'Đọc nhầm dấu bưu điện',
  ...over,
});
export const confirmDay: ConfirmCorrection = { type: 'ConfirmCorrection', note: null };
export const declineDay: DeclineCorrection = { type: 'DeclineCorrection', note: 'Dấu mờ' };

export const correctSender = (over: Partial<CorrectSender> = {}): CorrectSender => ({
  type: 'CorrectSender',
  name: null,
  address: null,
  phone: '0900000002',
  email: null,
  idNumber: null,
  reason: 'slip',
  ...over,
});

/** The second person's. */
export const actorFor = ({ type }: PetitionCommand): Actor =>
  type === 'ConfirmCorrection' || type === 'DeclineCorrection' ? cuc : dung;

/** Its words may give the sender away: they stay with the identity. */
export const denunciation = register({
  declaredKind: 'denunciation',
  senderKind: 'individual',
  gist: null,
  summary: null,
  statement: 'Cán bộ đã nhận tiền',
});

export const story: readonly PetitionCommand[] = [
  register(),
  progress('accepted', '2026-11-23T02:00:00.000Z'),
  proposeDay(),
  declineDay,
  proposeDay(),
  confirmDay,
  correctSender(),
];
