import type { settleSchema } from '@minh-bach/contracts';
import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { petitionDecider } from '../domain/petition.decider.ts';
import type { TriageState } from '../domain/petition.state.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { loadToHandle } from '../petition-stream.ts';
import { basisOf } from '../proposal/basis.ts';
import { propose } from '../proposal/propose.ts';

export class SettlePetition extends Command<CommandOutcome<TriageState, PetitionEvent>> {
  constructor(
    readonly number: string,
    readonly body: z.infer<typeof settleSchema>,
    readonly context: RequestContext,
  ) {
    super();
  }
}

/** Not accepted, guided, transferred or filed: with the reason, and the rule it was decided by. */
@CommandHandler(SettlePetition)
export class SettlePetitionHandler implements ICommandHandler<SettlePetition> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, body, context }: SettlePetition) {
    const petition = await loadToHandle(this.service, number, context.actor);
    const basis = basisOf(await propose(this.service, petition), body.outcome);
    return this.service.run({
      decider: petitionDecider,
      stream: petition.stream,
      command: { type: 'SettlePetition', ...body, basis },
      context,
    });
  }
}
