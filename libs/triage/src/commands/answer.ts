import { confirmDecision, declineDecision, refusalsOf } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  areOneWillSince,
  stillActs,
  useCase,
  type Asked,
  type ServiceRuntime,
} from '@minh-bach/platform';
import type { TriageState } from '../domain/petition.state.ts';
import { spentToday } from '../domain/per-day.ts';
import type { ConfirmDecision, DeclineDecision } from '../domain/proposed-decision.ts';
import { actedForRespondent, mayAnswer, refuseUnless } from '../handling/handling.ts';
import { finishCalls } from '../merged/finish-calls.ts';
import { shareNames } from '../merged/share-names.ts';
import { loadToAct, petitions } from '../petition-stream.ts';

/** The second person's answer to what one person would decide on a denunciation. */
const answered =
  <A extends Omit<Asked, 'body'>>(commandOf: (asked: A) => ConfirmDecision | DeclineDecision) =>
  async (asked: A) => {
    const { service, number, action } = asked;
    const { actor } = asked.context;
    await finishCalls(asked);
    const petition = await loadToAct(service, number, action, actor);
    const command = commandOf(asked);
    const done = await petitions.decide(asked, petition, command, async (loaded) => {
      await petition.beforeDecision(loaded);
      await refuseOutOfTurn(service, loaded.state, command, actor);
      if (command.type === 'ConfirmDecision') await refuseProposed(service, loaded.state, actor);
    });
    return shareNames(asked, done);
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
  if (!(await stillActs(service, proposer, proposed.unit, 'petition.classify')))
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
