import { confirmDecision, declineDecision, refusalsOf, roleFor } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { areOneWillSince, useCase, type Asked, type ServiceRuntime } from '@minh-bach/platform';
import type { TriageState } from '../domain/petition.state.ts';
import { spentToday } from '../domain/per-day.ts';
import type {
  ConfirmDecision,
  DeclineDecision,
  ProposedDecision,
} from '../domain/proposed-decision.ts';
import { actedForRespondent, mayAnswer, refuseUnless } from '../handling/handling.ts';
import { loadToAct, petitions } from '../petition-stream.ts';

/** The second person's answer to what one person would decide on a denunciation. */
const answered =
  <A extends Omit<Asked, 'body'>>(commandOf: (asked: A) => ConfirmDecision | DeclineDecision) =>
  async (asked: A) => {
    const { service, number, action } = asked;
    const { actor } = asked.context;
    const petition = await loadToAct(service, number, action, actor);
    const command = commandOf(asked);
    return petitions.decide(asked, petition, command, async (loaded) => {
      await petition.beforeDecision(loaded);
      await refuseOutOfTurn(service, loaded.state, command, actor);
      if (command.type === 'ConfirmDecision') await refuseProposed(service, loaded.state, actor);
    });
  };

/** Proposers take back what they proposed, whatever their turn. */
async function refuseOutOfTurn(
  service: ServiceRuntime,
  state: TriageState,
  { type }: ConfirmDecision | DeclineDecision,
  actor: Actor,
) {
  if (state.is === 'unknown' || state.proposed === null) return;
  const { proposer } = state.proposed;
  const out = [proposer, ...spentToday(state, service.clock.now())];
  const withdraws = type === 'DeclineDecision' && proposer.person === actor.person;
  refuseUnless(withdraws || (await mayAnswer(service, state, out, actor)));
}

/** Whether the proposer may still propose in that post: what others took over, they propose themselves. */
async function mayStillPropose(
  { organisation }: ServiceRuntime,
  { proposer: { person, deputyFor }, unit }: Pick<ProposedDecision, 'proposer' | 'unit'>,
): Promise<boolean> {
  const posts = await organisation.postsOf(person);
  return posts.some(
    (post) =>
      post.unit === unit &&
      post.deputyFor === deputyFor &&
      roleFor('petition.classify', post.roles) !== undefined,
  );
}

/** A proposer who was named since, or whose post has ended, has no say in it. */
async function refuseProposed(service: ServiceRuntime, state: TriageState, actor: Actor) {
  if (state.is === 'unknown' || state.proposed === null) return;
  const { proposed, petition } = state;
  const { proposer } = proposed;
  if (await areOneWillSince(service, state.keptSince, proposer, actor))
    throw refusalsOf(confirmDecision)('SECOND_PERSON_NEEDED');
  const isRespondent = await service.shield.isRespondent(proposer, petition);
  if (isRespondent || (await actedForRespondent(service, state, proposer)))
    throw refusalsOf(confirmDecision)('PROPOSER_NAMED');
  if (!(await mayStillPropose(service, proposed)))
    throw refusalsOf(confirmDecision)('PROPOSER_LEFT');
}

export const confirmation = useCase(
  confirmDecision,
  answered(({ body }) => ({ type: 'ConfirmDecision', ...body })),
);

export const declination = useCase(
  declineDecision,
  answered(({ body }) => ({ type: 'DeclineDecision', ...body })),
);
