import { addressedBy, type Addressee } from '@minh-bach/contracts';
import type { Requested, Sending } from './case.state.ts';

/** Whom the decision has to be sent to: those of every case, and those that there are in this one. */
export function addressedIn({
  concluded,
  others,
}: Pick<Requested, 'concluded' | 'others'>): readonly Addressee[] {
  const { always, ifAny } = addressedBy(concluded);
  return [...always, ...ifAny.filter((to) => others.includes(to))];
}

/** Those whom it has not been sent to. */
export const missingIn = (state: Requested): readonly Addressee[] =>
  addressedIn(state).filter((to) => sentTo(state, to).length === 0);

/** The first first. */
export const sentTo = (
  { sendings }: Pick<Requested, 'sendings'>,
  addressee: Addressee,
): readonly Sending[] => sendings.filter(({ to }) => to === addressee);
