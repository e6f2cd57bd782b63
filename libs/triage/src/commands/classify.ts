import {
  callDenunciation,
  classifyPetition,
  correctRespondents,
  type BodyOf,
} from '@minh-bach/contracts';
import {
  nameRespondents,
  refuseNobodyLeft,
  useCase,
  type ServiceRuntime,
} from '@minh-bach/platform';
import type { ClassifyPetition } from '../domain/petition.commands.ts';
import { loadPetition, petitions, type LoadedPetition } from '../petition-stream.ts';
import { handled } from './handled.ts';

/**
 * Only the names that come with it can be refused (`NOBODY_LEFT`): where those on record leave nobody, it
 * goes up to the auditors (`handlingOf`). If it were refused then, those who named them would keep it open.
 */
async function classifying(
  service: ServiceRuntime,
  { state }: LoadedPetition,
  { respondents, ...body }: BodyOf<typeof classifyPetition>,
): Promise<ClassifyPetition> {
  const named = await nameRespondents(service, { ...body, ...(respondents && { respondents }) });
  const protection = await service.shield.protectionOf(state.petition);
  await refuseNobodyLeft(service, protection, { ...body, ...named });
  return { type: 'ClassifyPetition', ...body, ...named };
}

export const classification = useCase(
  classifyPetition,
  handled(({ service, body }, petition) => classifying(service, petition, body)),
);

/**
 * That a petition is a denunciation, said by people who need not be those who decide on it: officers for
 * denunciations and people of units above. Before the decision and after it: what closes is never refused.
 */
export const call = useCase(callDenunciation, async (asked) => {
  const { service, number, action, context } = asked;
  const petition = await loadPetition(service, number, action, context.actor);
  const body = { kind: 'denunciation', ...asked.body } as const;
  return petitions.decide(asked, petition, await classifying(service, petition, body));
});

/** At any time, also after the decision: the shield is in force with this event, in every service. */
export const correction = useCase(correctRespondents, async (asked) => {
  const { service, number, action, body, context } = asked;
  const petition = await loadPetition(service, number, action, context.actor);
  const { respondentUnit, reason } = body;
  const named = await nameRespondents(service, body);
  const protection = await service.shield.protectionOf(petition.state.petition);
  await refuseNobodyLeft(service, protection, { respondentUnit, ...named });
  const command = { type: 'CorrectRespondents', respondentUnit, reason, ...named } as const;
  return petitions.decide(asked, petition, command);
});
