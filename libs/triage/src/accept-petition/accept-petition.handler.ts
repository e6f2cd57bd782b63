import type { acceptSchema } from '@minh-bach/contracts';
import { DomainError, drawNumber, isDomainError } from '@minh-bach/kernel';
import { ServiceRuntime, type CommandOutcome, type RequestContext } from '@minh-bach/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { caseNumberDecider } from '../domain/case-number.decider.ts';
import type { AcceptPetition as Accept } from '../domain/petition.commands.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import type { TriageState } from '../domain/petition.state.ts';
import { loadToHandle, type LoadedPetition } from '../petition-stream.ts';
import { basisOf } from '../proposal/basis.ts';
import { propose } from '../proposal/propose.ts';

export class AcceptPetition extends Command<
  CommandOutcome<TriageState, PetitionEvent> & { readonly case: string }
> {
  constructor(
    readonly number: string,
    readonly body: z.infer<typeof acceptSchema>,
    readonly context: RequestContext,
  ) {
    super();
  }
}

const CANDIDATES = 20;

/** Thụ lý: the petition is accepted and its case opened under a number of its own. */
@CommandHandler(AcceptPetition)
export class AcceptPetitionHandler implements ICommandHandler<AcceptPetition> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, body, context }: AcceptPetition) {
    const petition = await loadToHandle(this.service, number, context.actor);
    const { instance, competentUnit, conditionsMet, reason } = body;
    const proposal = await propose(this.service, petition, instance);
    const command: Omit<Accept, 'case'> = {
      type: 'AcceptPetition',
      instance,
      competentUnit,
      jurisdiction: proposal.jurisdiction && {
        ...proposal.jurisdiction,
        unit: proposal.jurisdiction.unit?.id ?? null,
      },
      conditionsMet,
      reason,
      basis: basisOf(proposal, 'accepted'),
    };
    const run = { decider: petitionDecider, stream: petition.stream, context };
    // A refusal must leave no number behind.
    await this.service.check({ ...run, command: { ...command, case: '' } });
    const opened = await this.#reserve(petition, context);
    const outcome = await this.service.run({ ...run, command: { ...command, case: opened } });
    // A retry of what an older version accepted keeps the number that it got then.
    const [accepted] = outcome.events.flatMap(({ event }) =>
      event.type === 'PetitionAccepted' ? [event.data.case] : [],
    );
    return { case: accepted ?? opened, ...outcome };
  }

  async #reserve({ state }: LoadedPetition, context: RequestContext): Promise<string> {
    const { secret, runner } = this.service;
    const { ifMatch: _, ...withoutMatch } = context;
    const { petition } = state;
    const year = Number(state.receivedOn.slice(0, 4));
    for (let attempt = 0; attempt < CANDIDATES; attempt++) {
      // Drawn from the petition: acceptances at once, and retries after New Year, reserve one number.
      const number = drawNumber('case', secret, petition, year, attempt);
      try {
        await runner.run({
          decider: caseNumberDecider,
          stream: `triage.case-${number}`,
          command: { case: number, petition },
          context: withoutMatch,
        });
        return number;
      } catch (error) {
        if (!isDomainError(error, 'NUMBER_TAKEN')) throw error;
      }
    }
    throw new DomainError('NUMBER_TAKEN');
  }
}
