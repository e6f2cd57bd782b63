import type { classifySchema } from '@minh-bach/contracts';
import {
  nameRespondents,
  refuseNobodyLeft,
  type RequestContext,
  type ServiceRuntime,
} from '@minh-bach/platform';
import type { z } from 'zod';
import { petitionDecider } from '../domain/petition.decider.ts';
import type { LoadedPetition } from '../petition-stream.ts';

/**
 * Classifies a petition that the actor may classify. Only the names that come with it can be refused
 * (`NOBODY_LEFT`): where those on record leave nobody, it goes up to the auditors (`handlingOf`). If it
 * were refused then, those who named them would keep it open.
 */
export async function classifyAs(
  service: ServiceRuntime,
  { stream, state }: Pick<LoadedPetition, 'stream' | 'state'>,
  body: z.infer<typeof classifySchema>,
  context: RequestContext,
) {
  const { respondents: _, ...rest } = body;
  const named = await nameRespondents(service, body);
  const protection = await service.shield.protectionOf(state.petition);
  await refuseNobodyLeft(service, protection, { ...rest, ...named });
  return service.run({
    decider: petitionDecider,
    stream,
    command: { type: 'ClassifyPetition', ...rest, ...named },
    context,
  });
}
