import { acceptPetition, acceptedSchema, refusalsOf } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { drawNumber, isDomainError } from '@minh-bach/kernel';
import { useCase, type ServiceRuntime } from '@minh-bach/platform';
import { caseNumberDecider } from '../domain/case-number.decider.ts';
import type { AcceptPetition } from '../domain/petition.commands.ts';
import { finishCalls } from '../merged/finish-calls.ts';
import { loadToHandle, petitions, type LoadedPetition } from '../petition-stream.ts';
import { basisOf } from '../proposal/basis.ts';
import { propose } from '../proposal/propose.ts';

const CANDIDATES = 20;

/** Thụ lý: the petition is accepted and its case opened under a number of its own. */
export const acceptance = useCase(
  acceptPetition,
  async ({ service, number, body, context }) => {
    await finishCalls({ service, number, context });
    const petition = await loadToHandle(service, number, context.actor, body);
    const proposal = await propose(
      { organisation: service.organisation.exact },
      petition,
      body.instance,
    );
    const command: Omit<AcceptPetition, 'case'> = {
      type: 'AcceptPetition',
      ...body,
      jurisdiction: proposal.jurisdiction && {
        ...proposal.jurisdiction,
        unit: proposal.jurisdiction.unit?.id ?? null,
      },
      basis: basisOf(proposal, 'accepted'),
    };
    const { stream, events: read, beforeDecision } = petition;
    const run = { decider: petitions.decider, stream, context, read, beforeDecision };
    // A refusal must leave no number behind.
    await service.check({ ...run, command: { ...command, case: '' } });
    const opened = await reserve(service, petition, context);
    const outcome = await service.run({ ...run, command: { ...command, case: opened } });
    // A retry of what an older version accepted keeps the number that it got then.
    const [accepted] = outcome.events.flatMap(({ event }) =>
      event.type === 'PetitionAccepted' ? [event.data.case] : [],
    );
    return { ...outcome, case: accepted ?? opened };
  },
  { schema: acceptedSchema, of: ({ case: opened }) => ({ case: opened }) },
);

async function reserve(
  { secret, runner }: ServiceRuntime,
  { state: { petition, receivedOn } }: LoadedPetition,
  { ifMatch: _, ...context }: RequestContext,
): Promise<string> {
  const year = Number(receivedOn.slice(0, 4));
  for (let attempt = 0; attempt < CANDIDATES; attempt++) {
    // Drawn from the petition: acceptances at once, and retries after New Year, reserve one number.
    const number = drawNumber('case', secret, petition, year, attempt);
    try {
      await runner.run({
        decider: caseNumberDecider,
        stream: `triage.case-${number}`,
        command: { case: number, petition },
        context,
      });
      return number;
    } catch (error) {
      if (!isDomainError(error, 'NUMBER_TAKEN')) throw error;
    }
  }
  throw refusalsOf(acceptPetition)('NUMBER_TAKEN');
}
