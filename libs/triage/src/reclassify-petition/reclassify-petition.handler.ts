import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { petitionDecider, type TriageState } from '../domain/petition.decider.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import type {
  ConfirmReclassification,
  DeclineReclassification,
} from '../domain/reclassification.ts';
import { fallsTo, handlingOf, refuseUnless } from '../handling/handling.ts';
import { loadPetition } from '../petition-stream.ts';

export class ReclassifyPetition extends Command<CommandOutcome<TriageState, PetitionEvent>> {
  constructor(
    readonly number: string,
    readonly command: ConfirmReclassification | DeclineReclassification,
    readonly context: RequestContext,
  ) {
    super();
  }
}

/** The second person's answer to what one person proposes for a denunciation. */
@CommandHandler(ReclassifyPetition)
export class ReclassifyPetitionHandler implements ICommandHandler<ReclassifyPetition> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, command, context }: ReclassifyPetition) {
    const action = 'petition.confirm-reclassification';
    const { actor } = context;
    const { stream, state } = await loadPetition(this.service, number, action, actor);
    // Auditors are the second person only where nobody else is left.
    const { reclassification: proposal } = state;
    if (proposal && actor.role === 'auditor') {
      const handling = await handlingOf(this.service, state, [proposal.proposer]);
      refuseUnless(fallsTo(handling, actor));
    }
    return this.service.run({ decider: petitionDecider, stream, command, context });
  }
}
