import { confirmDecision, declineDecision, isLastResort } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { useCase, type Asked, type ServiceRuntime } from '@minh-bach/platform';
import type { TriageState } from '../domain/petition.state.ts';
import type { ConfirmDecision, DeclineDecision } from '../domain/proposed-decision.ts';
import { fallsTo, handlingOf, refuseUnless } from '../handling/handling.ts';
import { loadPetition, petitions } from '../petition-stream.ts';
import { refuseNames } from '../refuse-names.ts';

/** The second person's answer to what one person would decide on a denunciation. */
const answered =
  <A extends Omit<Asked, 'body'>>(commandOf: (asked: A) => ConfirmDecision | DeclineDecision) =>
  async (asked: A) => {
    const { service, number, action } = asked;
    const { actor } = asked.context;
    const petition = await loadPetition(service, number, action, actor);
    const command = commandOf(asked);
    return petitions.decide(asked, petition, command, async (loaded) => {
      await petition.beforeDecision(loaded);
      if (!withdraws(command, loaded.state, actor))
        await refuseLastResort(service, loaded.state, actor);
      if (command.type === 'ConfirmDecision') await refuseProposed(service, loaded.state, actor);
    });
  };

/** Proposers take back what they proposed, whatever their turn. */
const withdraws = ({ type }: ConfirmDecision | DeclineDecision, state: TriageState, actor: Actor) =>
  type === 'DeclineDecision' && state.is !== 'unknown' && state.proposed?.proposer === actor.person;

/** Auditors and officers are the second person only where nobody else is left. */
async function refuseLastResort(service: ServiceRuntime, state: TriageState, actor: Actor) {
  if (state.is === 'unknown' || state.proposed === null || !isLastResort(actor.role)) return;
  const handling = await handlingOf(service, state, [state.proposed.proposer]);
  refuseUnless(fallsTo(handling, actor));
}

/** Who is named with it is named only now; others may have been kept out since it was proposed. */
async function refuseProposed(service: ServiceRuntime, state: TriageState, actor: Actor) {
  if (state.is === 'unknown' || state.respondentRegistered) return;
  const { proposed } = state;
  if (proposed?.what !== 'reclassification') return;
  await refuseNames(service, state, proposed.named, actor, proposed.kind);
}

export const confirmation = useCase(
  confirmDecision,
  answered(({ body }) => ({ type: 'ConfirmDecision', ...body })),
);

export const declination = useCase(
  declineDecision,
  answered(({ body }) => ({ type: 'DeclineDecision', ...body })),
);
