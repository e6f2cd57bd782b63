import type { classifySchema } from '@minh-bach/contracts';
import {
  ServiceRuntime,
  nameRespondents,
  refuseNobodyLeft,
  type CommandOutcome,
  type RequestContext,
} from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { petitionDecider, type TriageState } from '../domain/petition.decider.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { loadToHandle } from '../petition-stream.ts';

export class ClassifyPetition extends Command<CommandOutcome<TriageState, PetitionEvent>> {
  constructor(
    readonly number: string,
    readonly body: z.infer<typeof classifySchema>,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(ClassifyPetition)
export class ClassifyPetitionHandler implements ICommandHandler<ClassifyPetition> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, body, context }: ClassifyPetition) {
    const { stream, state } = await loadToHandle(this.service, number, context.actor);
    const { respondents: _, ...rest } = body;
    const named = await nameRespondents(this.service, body);
    const protection = await this.service.shield.protectionOf(state.petition);
    if (protection.isDenunciation || body.kind === 'denunciation') {
      const before = { ...protection, isDenunciation: true };
      await refuseNobodyLeft(this.service, before, { ...rest, ...named });
    }
    return this.service.run({
      decider: petitionDecider,
      stream,
      command: { type: 'ClassifyPetition', ...rest, ...named },
      context,
    });
  }
}
