import { randomUUID } from 'node:crypto';
import {
  areOneWill,
  mergePetition,
  petitionNumberSchema,
  refusalsOf,
  unmergePetition,
  willOf,
  type Action,
} from '@minh-bach/contracts';
import { isDomainError, type Actor } from '@minh-bach/kernel';
import {
  areOfOneSender,
  registrarOf,
  saysTheSame,
  senderCorrectorsOf,
  useCase,
  type Asked,
  type ServiceRuntime,
} from '@minh-bach/platform';
import { toTakeIn, type TakeIn } from '../domain/merge.ts';
import { mayHandle, refuseUnless } from '../handling/handling.ts';
import { callAlong } from '../merged/call-along.ts';
import { compareAgain, namesTheSame } from '../merged/compare-again.ts';
import { letGo, letGoAfter, letGoOfOthers, stateNow } from '../merged/let-go.ts';
import { finishCalls } from '../merged/finish-calls.ts';
import { mayComeToVerify } from '../merged/knows-sender.ts';
import { joinNames } from '../merged/share-names.ts';
import { isKeptFromSender, loadToAct, petitions, type LoadedPetition } from '../petition-stream.ts';

const refuse = refusalsOf(mergePetition);

/** For who decides on it and may open its sender: the answer to a merge tells of senders. @throws DomainError `NOT_FOUND` */
async function loadToMerge(
  service: ServiceRuntime,
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedPetition> {
  const loaded = await loadToAct(service, number, action, actor);
  refuseUnless(await mayHandle(service, loaded, actor));
  refuseUnless(!(await isKeptFromSender(service, loaded, actor)));
  return loaded;
}

/**
 * The other one first: from then on it takes this one along when it is called a denunciation, and is not
 * merged itself, so two merges at once make no circle. Where this one cannot be merged after all, the other
 * lets it go again.
 */
export const merging = useCase(mergePetition, async (asked) => {
  const { service, number, action, body, context } = asked;
  await finishCalls(asked);
  const loaded = await loadToMerge(service, number, action, context.actor);
  await letGoOfOthers(service, loaded);
  const petition = await loadToMerge(service, number, action, context.actor);
  const into = body.into.trim().toUpperCase();
  const { stream, state } = petition;
  const decision = {
    decider: petitions.decider,
    stream,
    command: { type: 'MergePetition', into, reason: body.reason },
    context,
  } as const;
  const isRetry = petition.events.some(({ metadata }) => metadata.commandId === context.commandId);
  if (isRetry) {
    const done = await service.run(decision);
    await after(asked, state.petition, into);
    return done;
  }
  const mayStill = () => loadToMerge(service, number, action, context.actor);
  await service.check({ ...decision, beforeDecision: async () => void (await mayStill()) });
  await service.run(await takingIn(asked, petition, into));
  try {
    const done = await service.run({
      ...decision,
      beforeDecision: async () => {
        const now = await mayStill();
        const held = await service.check(await takingIn(asked, now, into));
        if (!holds(held, now)) throw refuse('MERGE_TARGET_SETTLED');
      },
    });
    await after(asked, state.petition, into);
    return done;
  } catch (error) {
    await letGo(service, { from: into, other: state.petition });
    throw error;
  }
});

/** What somebody wrote to the other one at the same moment. */
async function after(asked: Asked<typeof mergePetition>, one: string, into: string): Promise<void> {
  await callIfCalled(asked, one, into);
  await compareAgain(asked.service, into, one);
}

/** The other one was called one at the same moment, and has not seen this one yet. */
async function callIfCalled(
  { service, body, context }: Pick<Asked<typeof mergePetition>, 'service' | 'body' | 'context'>,
  one: string,
  into: string,
): Promise<void> {
  if ((await stateNow(service, into))?.everDenunciation !== true) return;
  const said = { type: 'ClassifyPetition', kind: 'denunciation', reason: body.reason } as const;
  const own = { ...context, commandId: randomUUID() };
  await callAlong(service, into, [one], { said, context: own });
  await joinNames({ service, context }, one, body.reason);
}

const holds = (
  events: LoadedPetition['events'],
  { state: { petition } }: LoadedPetition,
): boolean =>
  events
    .map(({ event }) => event)
    .findLast(
      ({ type, data }) =>
        (type === 'DuplicateTakenIn' || type === 'DuplicateLetGo') && data.other === petition,
    )?.type === 'DuplicateTakenIn';

/** What the other one is asked, after all that its own stream does not say. Each try is a command of its own. */
async function takingIn(
  asked: Asked<typeof mergePetition>,
  petition: LoadedPetition,
  into: string,
) {
  const { service, context } = asked;
  const target = await loadTarget(asked, into);
  const command: TakeIn = toTakeIn(petition.state);
  const { ifMatch: _, ...unseen } = context;
  return {
    decider: petitions.decider,
    stream: target.stream,
    command,
    context: { ...unseen, commandId: randomUUID() },
    beforeDecision: async () => {
      const fresh = await loadTarget(asked, into);
      if (fresh.state.everDenunciation) throw refuse('MERGE_DENUNCIATION');
      if (!namesTheSame(petition, fresh)) throw refuse('MERGE_RESPONDENTS_DIFFER');
      // Whether two have one sender is told to nobody who verifies it.
      for (const each of [petition, fresh])
        if (await mayComeToVerify(service, each, context.actor)) throw refuse('MERGE_BY_VERIFIER');
      for (const each of [petition, fresh]) {
        await refuseOwn(service, each);
        await refuseCorrector(service, each, context.actor);
      }
      if (!saysTheSame(petition.state.gist, fresh.state.gist))
        throw refuse('MERGE_CONTENT_DIFFERS');
      const { store } = service.infrastructure;
      if (!(await areOfOneSender(store, petition.state.petition, fresh.state.petition)))
        throw refuse('MERGE_SENDERS_DIFFER');
    },
  };
}

/**
 * Whoever registered a petition tracks it by its code, and hears there what it was merged into: with a guessed
 * sender, and their own name in it, they would learn who sent another that names them. Asked before the senders
 * are compared, so that the answer does not depend on them.
 */
async function refuseOwn(service: ServiceRuntime, loaded: LoadedPetition): Promise<void> {
  const { store } = service.infrastructure;
  const registrar = await registrarOf(store, loaded.state.petition);
  if (registrar && (await isKeptFromSender(service, loaded, registrar)))
    throw refuse('MERGE_REGISTERED_BY_NAMED');
}

/** By marks that somebody set themselves any two would be of one sender. */
async function refuseCorrector(
  { infrastructure: { store } }: ServiceRuntime,
  { state: { petition } }: LoadedPetition,
  actor: Actor,
): Promise<void> {
  const correctors = await senderCorrectorsOf(store, petition);
  if (correctors.some((one) => areOneWill(willOf(one), willOf(actor))))
    throw refuse('MERGE_BY_CORRECTOR');
}

/** One that there is not, and one that the actor may not merge, are answered alike. */
async function loadTarget(
  { service, action, context: { actor } }: Pick<Asked, 'service' | 'action' | 'context'>,
  into: string,
): Promise<LoadedPetition> {
  if (!petitionNumberSchema.safeParse(into).success) throw refuse('MERGE_TARGET_UNKNOWN');
  try {
    return await loadToMerge(service, into, action, actor);
  } catch (error) {
    if (isDomainError(error, 'NOT_FOUND')) throw refuse('MERGE_TARGET_UNKNOWN');
    throw error;
  }
}

export const unmerging = useCase(unmergePetition, async (asked) => {
  const { service, number, action, body, context } = asked;
  await finishCalls(asked);
  const petition = await loadToMerge(service, number, action, context.actor);
  const command = { type: 'UnmergePetition', reason: body.reason } as const;
  const again = async () => void (await loadToMerge(service, number, action, context.actor));
  const done = await petitions.decide(asked, petition, command, again);
  await letGoAfter(service, done);
  return done;
});
