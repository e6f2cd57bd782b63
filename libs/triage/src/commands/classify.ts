import {
  callDenunciation,
  classifyPetition,
  correctRespondents,
  type BodyOf,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { nameRespondents, useCase, type Asked, type ServiceRuntime } from '@minh-bach/platform';
import {
  isKeptFrom,
  loadToAct,
  loadToCall,
  loadToHandle,
  petitions,
  type LoadedPetition,
} from '../petition-stream.ts';
import type { ClassifyPetition } from '../domain/petition.commands.ts';
import type { TriageState } from '../domain/petition.state.ts';
import { toldBy } from '../domain/respondents.ts';
import { refuseUnless } from '../handling/handling.ts';
import { refuseNames } from '../refuse-names.ts';

/**
 * Names that come with it can be refused (`NOBODY_LEFT`, `NAMES_ABOVE`). Those on record keep nobody from
 * calling it a denunciation but a person whom it may be about (`ABOUT_ONESELF`). If it were refused others,
 * those who named them would keep it open.
 */
async function classify(
  asked: Pick<Asked, 'service' | 'context'>,
  petition: LoadedPetition,
  { respondents, ...body }: BodyOf<typeof classifyPetition>,
) {
  const { service, context } = asked;
  const named = await nameRespondents(service, { ...body, ...(respondents && { respondents }) });
  const command = { type: 'ClassifyPetition', ...body, ...named } as const;
  return petitions.decide(asked, petition, command, async (loaded) => {
    await petition.beforeDecision(loaded);
    await refuseOthers(service, loaded.state, { ...body, ...named }, context.actor);
    await refuseNames(service, loaded.state, toldBy(command), context.actor, body.kind);
  });
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

export const classification = useCase(classifyPetition, async (asked) => {
  const { service, number, body, context } = asked;
  return classify(asked, await loadToHandle(service, number, context.actor, body), body);
});

/**
 * That a petition is a denunciation, said by people who need not be those who decide on it: officers for
 * denunciations and people of units above. Before the decision and after it; never by a person whom it may be about.
 */
export const call = useCase(callDenunciation, async (asked) => {
  const { service, number, action, body, context } = asked;
  const petition = await loadToCall(service, number, action, context.actor);
  return classify(asked, petition, { kind: 'denunciation', ...body });
});

/** At any time, also after the decision: the shield is in force with this event, in every service. */
export const correction = useCase(correctRespondents, async (asked) => {
  const { service, number, action, body, context } = asked;
  const petition = await loadToAct(service, number, action, context.actor);
  const { respondentUnit, reason } = body;
  const named = await nameRespondents(service, body);
  const command = { type: 'CorrectRespondents', respondentUnit, reason, ...named } as const;
  return petitions.decide(asked, petition, command, async (loaded) => {
    await petition.beforeDecision(loaded);
    await refuseNames(service, loaded.state, { respondentUnit, ...named }, context.actor);
  });
});
