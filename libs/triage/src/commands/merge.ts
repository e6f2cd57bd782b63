import {
  mergePetition,
  petitionNumberSchema,
  refusalsOf,
  unmergePetition,
} from '@minh-bach/contracts';
import { DomainError, isDomainError } from '@minh-bach/kernel';
import { useCase, type Asked, type ServiceRuntime } from '@minh-bach/platform';
import { loadToAct, petitions, type LoadedPetition } from '../petition-stream.ts';

const refuse = refusalsOf(mergePetition);

/**
 * The other one first: from then on it is not merged itself, so two merges at once make no circle. Where this
 * one cannot be merged after all, the other lets it go again.
 */
export const merging = useCase(mergePetition, async (asked) => {
  const { service, number, action, body, context } = asked;
  const { actor } = context;
  const petition = await loadToAct(service, number, action, actor);
  const into = body.into.trim().toUpperCase();
  const command = { type: 'MergePetition', into, reason: body.reason } as const;
  const { stream, events: read, beforeDecision } = petition;
  const run = { decider: petitions.decider, stream, command, context, read, beforeDecision };
  await service.check(run);
  const target = await loadTarget(asked, into);
  const { state } = petition;
  const toOther = { service, target, context: withoutRevision(asked) };
  await tell(toOther, { type: 'TakeInDuplicate', other: state.petition, kind: state.kind });
  try {
    return await service.run(run);
  } catch (error) {
    if (error instanceof DomainError)
      await tell(toOther, { type: 'LetGoDuplicate', other: state.petition });
    throw error;
  }
});

/** One that there is not, and one that the actor may not merge, are answered alike. */
async function loadTarget(
  { service, action, context: { actor } }: Pick<Asked, 'service' | 'action' | 'context'>,
  into: string,
): Promise<LoadedPetition> {
  if (!petitionNumberSchema.safeParse(into).success) throw refuse('MERGE_TARGET_UNKNOWN');
  try {
    return await loadToAct(service, into, action, actor);
  } catch (error) {
    if (isDomainError(error, 'NOT_FOUND')) throw refuse('MERGE_TARGET_UNKNOWN');
    throw error;
  }
}

export const unmerging = useCase(unmergePetition, async (asked) => {
  const { service, number, action, body, context } = asked;
  const petition = await loadToAct(service, number, action, context.actor);
  const command = { type: 'UnmergePetition', reason: body.reason } as const;
  const done = await petitions.decide(asked, petition, command, petition.beforeDecision);
  const into = lastTarget(petition);
  if (into !== undefined)
    await service.run({
      decider: petitions.decider,
      stream: petitions.nameOf(into),
      command: { type: 'LetGoDuplicate', other: petition.state.petition },
      context: withoutRevision(asked),
    });
  return done;
});

/** Also where a retry finds it taken out already. */
const lastTarget = ({ events }: LoadedPetition): string | undefined =>
  events
    .map(({ event }) => event)
    .flatMap((event) => (event.type === 'PetitionMerged' ? [event.data.into] : []))
    .at(-1);

const withoutRevision = ({ context: { ifMatch: _, ...context } }: Pick<Asked, 'context'>) =>
  context;

interface ToOther {
  readonly service: ServiceRuntime;
  readonly target: LoadedPetition;
  readonly context: ReturnType<typeof withoutRevision>;
}

const tell = (
  { service, target, context }: ToOther,
  command: Parameters<typeof petitions.decider.decide>[0],
) =>
  service.run({
    decider: petitions.decider,
    stream: target.stream,
    command,
    context,
    beforeDecision: target.beforeDecision,
  });
