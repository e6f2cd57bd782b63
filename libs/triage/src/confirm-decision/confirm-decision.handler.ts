import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { petitionDecider } from '../domain/petition.decider.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import type { TriageState } from '../domain/petition.state.ts';
import type { ConfirmDecision, DeclineDecision } from '../domain/proposed-decision.ts';
import { fallsTo, handlingOf, refuseUnless } from '../handling/handling.ts';
import { loadPetition } from '../petition-stream.ts';

export class AnswerProposedDecision extends Command<CommandOutcome<TriageState, PetitionEvent>> {
  constructor(
    readonly number: string,
    readonly command: ConfirmDecision | DeclineDecision,
    readonly context: RequestContext,
  ) {
    super();
  }
}

/** The second person's answer to what one person would decide on a denunciation. */
@CommandHandler(AnswerProposedDecision)
export class ConfirmDecisionHandler implements ICommandHandler<AnswerProposedDecision> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, command, context }: AnswerProposedDecision) {
    const action = 'petition.confirm-decision';
    const { actor } = context;
    const { stream, state } = await loadPetition(this.service, number, action, actor);
    // Auditors are the second person only where nobody else is left.
    const { proposed } = state;
    if (proposed && actor.role === 'auditor') {
      const handling = await handlingOf(this.service, state, [proposed.proposer]);
      refuseUnless(fallsTo(handling, actor));
    }
    return this.service.run({ decider: petitionDecider, stream, command, context });
  }
}
