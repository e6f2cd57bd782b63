import type { PetitionKind, RegisterPetitionBody } from '@minh-bach/contracts';
import { DomainError, drawNumber, isDomainError, localDate } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  nameRespondents,
  readStream,
  refuseNobodyLeft,
  unprotected,
  type CommandOutcome,
  type RequestContext,
} from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { petitionDecider, type PetitionRecord } from '../domain/petition.decider.ts';
import type { PetitionEvent, PetitionRegistered } from '../domain/petition.events.ts';
import { receiptCodeDecider } from '../domain/receipt-code.decider.ts';
import { streamOfPetition } from '../petition-stream.ts';
import { failure } from '../upload-file/failure.ts';
import { PetitionTrackRow } from '../track-petition/petition-track.entity.ts';

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
    const { uploads } = this.service.infrastructure;
    const { actor, commandId } = context;
    const { file, summary, respondents: _, ...rest } = body;
    const petition = {
      ...rest,
      ...wordsOf(body.declaredKind, summary),
      named: true,
      unit: actor.unit,
      file: null,
    };
    const candidates = this.#candidates(commandId, body.receivedOn);
    const known = await this.#registeredBy(commandId, candidates);
    if (known !== undefined) {
      const again = this.#run({ ...petition, petition: known }, context);
      return { number: known, ...(await this.service.run(again)) };
    }
    const code = {
      decider: receiptCodeDecider,
      stream: `intake.receipt-code.${body.receiptHash}`,
      command: null,
      context,
    };
    const named = await nameRespondents(this.service, body);
    const protection = { ...unprotected(candidates[0]!), unit: actor.unit, units: [], people: [] };
    const { respondentUnit } = body;
    await refuseNobodyLeft(this.service, {
      protection,
      named: { respondentUnit, ...named },
      actor,
      needsCase: body.declaredKind !== 'denunciation',
    });
    await this.#refuseEarlierCode(body.receiptHash, candidates);
    // What is refused must use up neither file nor code; a number that is taken is tried again below.
    await this.service.check(code);
    const first = this.#run({ ...petition, ...named, petition: candidates[0]! }, context);
    await this.service.check(first).catch((error: unknown) => {
      if (!isDomainError(error, 'NUMBER_TAKEN')) throw error;
    });

    const attachment = file && {
      ...(await uploads.claim(file.id, { person: actor.person, commandId })),
      name: file.name,
    };
    await this.service.run(code);
    for (const number of candidates) {
      try {
        const registration = { ...petition, ...named, petition: number, file: attachment };
        const outcome = await this.service.run(this.#run(registration, context));
        if (file) await this.#release(file.id);
        return { number, ...outcome };
      } catch (error) {
        if (!isDomainError(error, 'NUMBER_TAKEN')) throw error;
      }
    }
    throw new DomainError('NUMBER_TAKEN');
  }

  /** The year is that of receipt, so that a retry after New Year draws the same numbers. */
  #candidates(commandId: string, receivedOn: string): string[] {
    const year = Number(receivedOn.slice(0, 4));
    return Array.from({ length: CANDIDATES }, (_, attempt) =>
      drawNumber('petition', this.service.secret, commandId, year, attempt),
    );
  }

  /**
   * The petition that an earlier try of this command registered: it is answered from what is
   * stored, since its scan was released with it and cannot be claimed again.
   */
  async #registeredBy(commandId: string, candidates: readonly string[]) {
    const { infrastructure, registry } = this.service;
    for (const number of candidates) {
      const [first] = await readStream(infrastructure.store, registry, streamOfPetition(number));
      if (!first) return undefined;
      if (first.metadata.commandId === commandId) return number;
    }
    return undefined;
  }

  /** The petition is registered, whatever happens here: what is left lying the sweep will find. */
  async #release(file: string): Promise<void> {
    const { uploads, log } = this.service.infrastructure;
    await uploads
      .release([file])
      .catch((error: unknown) => log.error(failure(error), 'an upload was not released'));
  }

  /** Codes of petitions that were registered before codes were taken in the log: only rows know them. */
  async #refuseEarlierCode(receiptHash: string, own: readonly string[]): Promise<void> {
    const { lists } = this.service;
    // Rows that stand still know them all the same; rows that were never made know none.
    if (!(await lists.wasBuilt())) throw new DomainError('STORE_UNAVAILABLE');
    const known = await lists.dataSource.getRepository(PetitionTrackRow).findOneBy({ receiptHash });
    if (known && !own.includes(known.petition)) throw new DomainError('RECEIPT_CODE_USED');
  }

  /** The law counts from receipt: where that was before today, the event happened then. */
  #run(petition: PetitionRegistered['data'], context: RequestContext) {
    const { receivedOn } = petition;
    const late = receivedOn < localDate(this.service.clock.now());
    return {
      decider: petitionDecider,
      stream: streamOfPetition(petition.petition),
      command: { type: 'RegisterPetition', petition } as const,
      context,
      ...(late
        ? {
            occurred: {
              at: new Date(`${receivedOn}T00:00:00+07:00`).toISOString(),
              reason: 'RECEIVED_BEFORE_REGISTRATION',
            },
          }
        : {}),
    };
  }
}
