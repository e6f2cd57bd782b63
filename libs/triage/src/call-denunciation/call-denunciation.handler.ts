import type { callDenunciationSchema } from '@minh-bach/contracts';
import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { classifyAs } from '../classify-petition/classify-as.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import type { TriageState } from '../domain/petition.state.ts';
import { loadPetition } from '../petition-stream.ts';

export class CallDenunciation extends Command<CommandOutcome<TriageState, PetitionEvent>> {
  constructor(
    readonly number: string,
    readonly body: z.infer<typeof callDenunciationSchema>,
    readonly context: RequestContext,
  ) {
    super();
  }
}

/**
 * That a petition is a denunciation, said by people who need not be those who decide on it: officers for
 * denunciations and people of units above. Before the decision and after it: what closes is never refused.
 */
@CommandHandler(CallDenunciation)
export class CallDenunciationHandler implements ICommandHandler<CallDenunciation> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, body, context }: CallDenunciation) {
    const action = 'petition.call-denunciation';
    const petition = await loadPetition(this.service, number, action, context.actor);
    return classifyAs(this.service, petition, { kind: 'denunciation', ...body }, context);
  }
}
