import { callDenunciation, classifyPetition, type BodyOf } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { nameRespondents, type Asked, type Loaded, type ServiceRuntime } from '@minh-bach/platform';
import { isKeptFrom, loadToCall, petitions, type LoadedPetition } from '../petition-stream.ts';
import { closes } from '../domain/classify.ts';
import type { ClassifyPetition } from '../domain/petition.commands.ts';
import type { TriageState } from '../domain/petition.state.ts';
import { toldBy } from '../domain/respondents.ts';
import { refuseUnless } from '../handling/handling.ts';
import { asFarAsAllowed, callAlong, unlessNamesRefused } from '../merged/call-along.ts';
import { letGoAfter, letGoOfOthers, takenFrom } from '../merged/let-go.ts';
import { refuseNames } from '../refuse-names.ts';

/**
 * Names that come with it can be refused (`NOBODY_LEFT`, `NAMES_ABOVE`). Those on record keep nobody from
 * calling it a denunciation but a person whom it may be about (`ABOUT_ONESELF`). If it were refused others,
 * those who named them would keep it open.
 */
export async function classify(
  asked: Pick<Asked, 'service' | 'context'>,
  petition: LoadedPetition,
  { respondents, ...body }: BodyOf<typeof classifyPetition>,
) {
  const { service, context } = asked;
  const given = { ...body, ...(respondents && { respondents }) };
  const named = await nameRespondents(service, given);
  const command = { type: 'ClassifyPetition', ...body, ...named } as const;
  const judge = async (loaded: Loaded<TriageState>) => {
    await petition.beforeDecision(loaded);
    await refuseOthers(service, loaded.state, { ...body, ...named }, context.actor);
    await refuseNames(service, loaded.state, toldBy(command), context.actor, body.kind);
  };
  const { stream, events: read, state } = petition;
  if (!closes(state, body.kind)) await letGoOfOthers(service, petition);
  else if (state.holds.length > 0) {
    // They are closed first: what breaks off halfway leaves none of them open.
    const run = { decider: petitions.decider, stream, command, context, read };
    await service.check({ ...run, beforeDecision: judge });
    await callAlong(service, state.petition, state.holds, { said: command, context });
  }
  const done = await petitions.decide(asked, petition, command, judge);
  await letGoAfter(service, done);
  if (body.kind === 'denunciation' && done.state.is !== 'unknown') {
    await callAlong(service, state.petition, done.state.holds, { said: command, context });
    for (const from of takenFrom(done)) await asFarAsAllowed(callToo(asked, from, body));
  }
  return done;
}

/** Calls the petition that it was merged into, if this person may. */
export async function callToo(
  { service, context }: Pick<Asked, 'service' | 'context'>,
  number: string,
  body: BodyOf<typeof classifyPetition>,
): Promise<void> {
  const { ifMatch: _, ...unseen } = context;
  const { action } = callDenunciation;
  const petition = await loadToCall(service, number, action, context.actor);
  if (petition.isDenunciation) return;
  const call = (said: BodyOf<typeof classifyPetition>) =>
    classify({ service, context: unseen }, petition, said);
  const { kind, reason } = body;
  await unlessNamesRefused(call(body), () => call({ kind, reason }));
}

/** The head whose first complaint it is says whose decision it is about: their own unit's, and no more. */
async function refuseOthers(
  service: ServiceRuntime,
  state: TriageState,
  { respondentUnit, respondents }: Pick<ClassifyPetition, 'respondentUnit' | 'respondents'>,
  actor: Actor,
) {
  if (state.is === 'unknown') return;
  const saysOwn =
    respondents === undefined && [undefined, null, actor.unit].includes(respondentUnit);
  refuseUnless(saysOwn || !(await isKeptFrom(service, state, actor)));
}
