import type { correctRespondentsSchema } from '@minh-bach/contracts';
import {
  ServiceRuntime,
  nameRespondents,
  refuseNobodyLeft,
  type CommandOutcome,
  type RequestContext,
} from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { petitionDecider } from '../domain/petition.decider.ts';
import type { TriageState } from '../domain/petition.state.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { loadPetition } from '../petition-stream.ts';

export class CorrectRespondents extends Command<CommandOutcome<TriageState, PetitionEvent>> {
  constructor(
    readonly number: string,
    readonly body: z.infer<typeof correctRespondentsSchema>,
    readonly context: RequestContext,
  ) {
    super();
  }
}

/** At any time, also after the decision: the shield is in force with this event, in every service. */
@CommandHandler(CorrectRespondents)
export class CorrectRespondentsHandler implements ICommandHandler<CorrectRespondents> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, body, context }: CorrectRespondents) {
    const action = 'petition.correct-respondents';
    const { stream, state } = await loadPetition(this.service, number, action, context.actor);
    const { respondentUnit, reason } = body;
    const named = await nameRespondents(this.service, body);
    const protection = await this.service.shield.protectionOf(state.petition);
    await refuseNobodyLeft(this.service, protection, { respondentUnit, ...named });
    return this.service.run({
      decider: petitionDecider,
      stream,
      command: { type: 'CorrectRespondents', respondentUnit, reason, ...named },
      context,
    });
  }
}
