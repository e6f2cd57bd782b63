import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { petitionDecider } from '../domain/petition.decider.ts';
import type { TriageState } from '../domain/petition.state.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { loadToHandle } from '../petition-stream.ts';

export class AddPetitionNote extends Command<CommandOutcome<TriageState, PetitionEvent>> {
  constructor(
    readonly number: string,
    readonly text: string,
    readonly context: RequestContext,
  ) {
    super();
  }
}

/** A note restarts nothing. */
@CommandHandler(AddPetitionNote)
export class AddPetitionNoteHandler implements ICommandHandler<AddPetitionNote> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, text, context }: AddPetitionNote) {
    const { stream } = await loadToHandle(this.service, number, context.actor);
    return this.service.run({
      decider: petitionDecider,
      stream,
      command: { type: 'AddNote', text },
      context,
    });
  }
}
