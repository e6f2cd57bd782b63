import { confirmDecision, declineDecision } from '@minh-bach/contracts';
import { useCase, type Asked } from '@minh-bach/platform';
import type { ConfirmDecision, DeclineDecision } from '../domain/proposed-decision.ts';
import { fallsTo, handlingOf, refuseUnless } from '../handling/handling.ts';
import { loadPetition, petitions } from '../petition-stream.ts';

/** The second person's answer to what one person would decide on a denunciation. */
const answered =
  <A extends Omit<Asked, 'body'>>(commandOf: (asked: A) => ConfirmDecision | DeclineDecision) =>
  async (asked: A) => {
    const { service, number, action } = asked;
    const { actor } = asked.context;
    const petition = await loadPetition(service, number, action, actor);
    // Auditors are the second person only where nobody else is left.
    const { proposed } = petition.state;
    if (proposed && actor.role === 'auditor') {
      const handling = await handlingOf(service, petition.state, [proposed.proposer]);
      refuseUnless(fallsTo(handling, actor));
    }
    return petitions.decide(asked, petition, commandOf(asked));
  };

export const confirmation = useCase(
  confirmDecision,
  answered(({ body }) => ({ type: 'ConfirmDecision', ...body })),
);

export const declination = useCase(
  declineDecision,
  answered(({ body }) => ({ type: 'DeclineDecision', ...body })),
);
