import type { PetitionKind, RegisterPetitionBody } from '@minh-bach/contracts';
import { drawNumber, isDomainError, localDate } from '@minh-bach/kernel';
import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { petitionDecider, type PetitionRecord } from '../domain/petition.decider.ts';
import type { PetitionEvent, PetitionRegistered } from '../domain/petition.events.ts';
import { streamOfPetition } from '../petition-stream.ts';

export class RegisterPetition extends Command<
  CommandOutcome<PetitionRecord, PetitionEvent> & { readonly number: string }
> {
  constructor(
    readonly body: RegisterPetitionBody,
    readonly context: RequestContext,
  ) {
    super();
  }
}

const CANDIDATES = 20;

/** What is said lies in the working text, save a denouncer's words, which may tell who he is. */
const wordsOf = (kind: PetitionKind, said: string) =>
  kind === 'denunciation' ? { summary: null, statement: said } : { summary: said, statement: null };

/** The stream is named after the number, so a number that is taken is a conflict: the next is tried. */
@CommandHandler(RegisterPetition)
export class RegisterPetitionHandler implements ICommandHandler<RegisterPetition> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ body, context }: RegisterPetition) {
    const { secret, clock, infrastructure } = this.service;
    const { actor, commandId } = context;
    const { file, summary, ...rest } = body;
    const words = wordsOf(body.declaredKind, summary);
    const attachment = file && {
      ...(await infrastructure.uploads.claim(file.id, { person: actor.person, commandId })),
      name: file.name,
    };
    const year = Number(localDate(clock.now()).slice(0, 4));
    for (let attempt = 0; ; attempt++) {
      const number = drawNumber('petition', secret, commandId, year, attempt);
      try {
        const outcome = await this.#register(
          { ...rest, ...words, petition: number, named: true, unit: actor.unit, file: attachment },
          context,
        );
        if (file) await infrastructure.uploads.release([file.id]);
        return { number, ...outcome };
      } catch (error) {
        if (!isDomainError(error, 'NUMBER_TAKEN') || attempt === CANDIDATES) throw error;
      }
    }
  }

  /** The law counts from receipt: where that was before today, the event happened then. */
  #register(petition: PetitionRegistered['data'], context: RequestContext) {
    const { receivedOn } = petition;
    const late = receivedOn < localDate(this.service.clock.now());
    return this.service.runner.run({
      decider: petitionDecider,
      stream: streamOfPetition(petition.petition),
      command: { type: 'RegisterPetition', petition },
      context,
      ...(late
        ? {
            occurred: {
              at: `${receivedOn}T00:00:00+07:00`,
              reason: 'RECEIVED_BEFORE_REGISTRATION',
            },
          }
        : {}),
    });
  }
}
