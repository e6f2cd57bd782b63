import type { classifySchema } from '@minh-bach/contracts';
import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { PetitionEvent } from '../domain/petition.events.ts';
import type { TriageState } from '../domain/petition.state.ts';
import { loadToHandle } from '../petition-stream.ts';
import { classifyAs } from './classify-as.ts';

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
    const petition = await loadToHandle(this.service, number, context.actor);
    return classifyAs(this.service, petition, body, context);
  }
}
