import { isDomainError } from '@minh-bach/kernel';
import { refuseKept, type Asked } from '@minh-bach/platform';
import { cases } from '../cases.ts';
import type { CaseCommand } from '../domain/case.commands.ts';
import {
  assigningUnit,
  fourEyes,
  guides,
  guidingUnit,
  judgingUnit,
  matterOf,
  refuseNamedProposer,
} from './judging-unit.ts';

export type Reached = Omit<Asked, 'body'>;

export const load = ({ service, number, context }: Reached) =>
  cases.load(service, number, 'case.read', context.actor);

export type Found = Awaited<ReturnType<typeof load>>;

/** Every command of people passes here: they may have been named since the case was assigned. */
export const decide = (asked: Reached, found: Found, command: CaseCommand) =>
  cases.decide(asked, found, command, async () => {
    await refuseKept(asked.service, matterOf(found.state), asked.context.actor);
    if (command.type === 'ApproveConclusion') await refuseNamedProposer(asked.service, found.state);
  });

/** Where the heads of its unit are kept from it, the unit above assigns and may do the work. */
export async function loadToWork(asked: Reached) {
  const { service, action } = asked;
  const { actor } = asked.context;
  const found = await load(asked);
  const isElsewhere = found.state.case.competentUnit !== actor.unit;
  const assigning = isElsewhere ? await assigningUnit(service, found.state) : null;
  if (assigning?.id !== actor.unit) await service.matters.assertReach(found.stream, action, actor);
  return found;
}

/** What a person does in a case that they or their unit work on. */
export const working =
  <A extends Reached>(commandOf: (asked: A, found: Found) => CaseCommand | Promise<CaseCommand>) =>
  async (asked: A) => {
    const found = await loadToWork(asked);
    return decide(asked, found, await commandOf(asked, found));
  };

/** Nobody who worked on it; then for the unit above, where nobody else is left in the unit. */
export const judging =
  <A extends Reached>(commandOf: (asked: A) => CaseCommand) =>
  async (asked: A) => {
    const { service, action } = asked;
    const { actor } = asked.context;
    const found = await load(asked);
    const unit = await judgingUnit(service, found.state);
    if (unit?.id !== actor.unit) await service.matters.assertReach(found.stream, action, actor);
    try {
      return await decide(asked, found, commandOf(asked));
    } catch (error) {
      if (!isDomainError(error, 'FOUR_EYES')) throw error;
      throw fourEyes(found.state.case.competentUnit, unit);
    }
  };

/** What the head of the unit that is asked for guidance does in a case of a unit below. */
export const guiding =
  <A extends Reached>(commandOf: (asked: A, guides: boolean) => CaseCommand) =>
  async (asked: A) => {
    const { service, action } = asked;
    const { actor } = asked.context;
    const found = await load(asked);
    await service.matters.assertReach(found.stream, action, actor);
    const handlers = await guidingUnit(service, found.state);
    return decide(asked, found, commandOf(asked, guides(handlers, actor)));
  };
