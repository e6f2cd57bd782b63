import { confirmDay, refusalsOf } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  areOneWillSince,
  confirmersAbove,
  mayConfirm,
  type Confirmers,
  type ServiceRuntime,
} from '@minh-bach/platform';
import type { Requested } from './domain/case.decider.ts';
import { keptSinceOf } from './domain/case.state.ts';
import type { WaitingDay } from './domain/settle-day.ts';
import { matterOf } from './issuing.ts';

type Asked = Pick<ServiceRuntime, 'organisation' | 'shield'>;

/** Where the day would make a delay none, somebody above the late unit; `null`: anybody with the right. */
export const confirmersOf = async (
  service: Asked,
  state: Requested,
  { crossesLimit, proposer, unit }: WaitingDay,
): Promise<Confirmers | null> =>
  crossesLimit
    ? confirmersAbove(service, {
        ...{ matter: matterOf(state), lateUnits: [unit] },
        ...{ action: 'response.confirm-day', proposer },
      })
    : null;

export const isOwn = (
  service: Asked,
  { concluded }: Requested,
  { proposer }: WaitingDay,
  actor: Actor,
): Promise<boolean> => areOneWillSince(service, keptSinceOf(concluded), proposer, actor);

/** @throws DomainError `ANOTHER_PERSON_CONFIRMS`, `DAY_CONFIRMED_ABOVE` {unit, unitVi, unitEn} */
export async function refuseSecond(service: Asked, state: Requested, actor: Actor): Promise<void> {
  const [waiting] = state.waiting;
  if (!waiting) return;
  const refuse = refusalsOf(confirmDay);
  if (await isOwn(service, state, waiting, actor)) throw refuse('ANOTHER_PERSON_CONFIRMS');
  const confirmers = await confirmersOf(service, state, waiting);
  if (confirmers === null || mayConfirm(confirmers, actor)) return;
  const { id, name } = confirmers.unit;
  throw refuse('DAY_CONFIRMED_ABOVE', { unit: id, unitVi: name.vi, unitEn: name.en });
}
