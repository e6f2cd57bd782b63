import type { Operations } from '../api/types.ts';

export const hasRowsFailed = ({ readModel }: Operations): boolean => readModel.error !== null;

/** How many things stand still until somebody acts; what passes by itself is none. */
export function needsSomebody(status: Operations | undefined): number {
  if (!status) return 1;
  const { messagesFlow, held, deadLetters, clocksHeld } = status;
  const parked = held.filter(({ state }) => state === 'parked').length;
  return (
    Number(hasRowsFailed(status)) +
    Number(!messagesFlow) +
    parked +
    Number(deadLetters.length > 0) +
    Number(clocksHeld > 0)
  );
}
