import { change, refusal, storedEvent, words, type PetitionState } from '@minh-bach/contracts';
import { sealed, z, type EventOf } from '@minh-bach/kernel';
import type { Registered } from './petition.decider.ts';

/**
 * Its sender asks, by the receipt code, to withdraw the complaint. It stops no clock and ends nothing: only a
 * signed paper or minutes withdraw it, and whoever resolves it decides (Luật Khiếu nại Đ.10, 11a k.2 a).
 */
export const withdrawalAsked = storedEvent(
  'WithdrawalAsked',
  z.strictObject({
    petition: z.string(),
    isWhole: z.boolean(),
    /** Which part, or why. */
    words: sealed('working', z.string()).exactOptional(),
  }),
  {
    isAside: () => true,
    history: ({ isWhole, words: said }) => ({
      summary: isWhole
        ? words(
            'Người gửi đơn yêu cầu rút toàn bộ khiếu nại, bằng mã tra cứu (chưa có chữ ký).',
            'By the receipt code, the sender asked to withdraw all of the complaint (unsigned).',
          )
        : words(
            'Người gửi đơn yêu cầu rút một phần khiếu nại, bằng mã tra cứu (chưa có chữ ký).',
            'By the receipt code, the sender asked to withdraw part of the complaint (unsigned).',
          ),
      changes:
        said === undefined ? [] : [change('Người gửi đơn viết', 'What the sender wrote', said)],
    }),
  },
);
export type WithdrawalAsked = EventOf<typeof withdrawalAsked>;

export interface AskWithdrawal {
  readonly type: 'AskWithdrawal';
  readonly petition: string;
  readonly isWhole: boolean;
  readonly words: string | null;
}

/** Until it is decided. */
const UNDECIDED: readonly PetitionState[] = [
  'received',
  'classified',
  'accepted',
  'under_verification',
  'awaiting_approval',
  'concluded',
];

/** Once; a denunciation is withdrawn by its own form alone (Luật Tố cáo Đ.33), and asks nothing here. */
export const mayAskWithdrawal = ({
  state,
  kind,
  everDenunciation,
  isWithdrawalAsked,
}: Pick<Registered, 'state' | 'kind' | 'everDenunciation' | 'isWithdrawalAsked'>): boolean =>
  kind === 'complaint' && !everDenunciation && !isWithdrawalAsked && UNDECIDED.includes(state);

export function askWithdrawal(state: Registered, command: AskWithdrawal): WithdrawalAsked {
  if (!mayAskWithdrawal(state)) throw refusal('WITHDRAWAL_NOT_OPEN');
  const { type: _, words: said, ...data } = command;
  return { type: 'WithdrawalAsked', data: { ...data, ...(said === null ? {} : { words: said }) } };
}
