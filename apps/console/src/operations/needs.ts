import type { Operations } from '../api/types.ts';

export const READ_MODELS = ['rights', 'lists'] as const;
type ReadModelName = (typeof READ_MODELS)[number];

/** Read models that stand still until somebody acts. */
export const failedRows = ({ readModels }: Operations): ReadModelName[] =>
  READ_MODELS.filter((name) => readModels[name].error !== null);

/** How many things stand still until somebody acts; what passes by itself is none. */
export function needsSomebody(status: Operations | undefined): number {
  if (!status) return 1;
  const { messagesFlow, held, unreadable, clocksHeld } = status;
  const parked = held.filter(({ state }) => state === 'parked').length;
  return (
    failedRows(status).length +
    Number(!messagesFlow) +
    parked +
    Number(unreadable.count > 0) +
    Number(clocksHeld > 0)
  );
}
