import { callDenunciation, classifyPetition, correctRespondents } from '@minh-bach/contracts';
import { nameRespondents, useCase } from '@minh-bach/platform';
import { loadToAct, loadToCall, loadToHandle, petitions } from '../petition-stream.ts';
import { compareAgain } from '../merged/compare-again.ts';
import { finishCalls } from '../merged/finish-calls.ts';
import { letGoAfter } from '../merged/let-go.ts';
import { shareNames } from '../merged/share-names.ts';
import { refuseNames } from '../refuse-names.ts';
import { classify } from './classifying.ts';

export const classification = useCase(classifyPetition, async (asked) => {
  const { service, number, body, context } = asked;
  await finishCalls(asked);
  const petition = await loadToHandle(service, number, context.actor, body);
  const done = await classify(asked, petition, body);
  await compareAgain(service, petition.state.petition);
  return shareNames(asked, done, body.reason);
});

/**
 * That a petition is a denunciation, said by people who need not be those who decide on it: officers for
 * denunciations and people of units above. Before the decision and after it; never by a person whom it may be about.
 */
export const call = useCase(callDenunciation, async (asked) => {
  const { service, number, action, body, context } = asked;
  await finishCalls(asked);
  const petition = await loadToCall(service, number, action, context.actor);
  const done = await classify(asked, petition, { kind: 'denunciation', ...body });
  return shareNames(asked, done, body.reason);
});

/** At any time, also after the decision: the shield is in force with this event, in every service. */
export const correction = useCase(correctRespondents, async (asked) => {
  const { service, number, action, body, context } = asked;
  await finishCalls(asked);
  const petition = await loadToAct(service, number, action, context.actor);
  const { respondentUnit, reason } = body;
  const named = await nameRespondents(service, body);
  const command = { type: 'CorrectRespondents', respondentUnit, reason, ...named } as const;
  const done = await petitions.decide(asked, petition, command, async (loaded) => {
    await petition.beforeDecision(loaded);
    await refuseNames(service, loaded.state, { respondentUnit, ...named }, context.actor);
  });
  await letGoAfter(service, done);
  await compareAgain(service, petition.state.petition);
  return shareNames(asked, done, reason);
});
