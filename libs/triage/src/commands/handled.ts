import type { Asked } from '@minh-bach/platform';
import type { PetitionCommand } from '../domain/petition.decider.ts';
import { finishCalls } from '../merged/finish-calls.ts';
import { loadToHandle, petitions, type LoadedPetition } from '../petition-stream.ts';

/** What a person does with a petition that it falls to them to handle. */
export const handled =
  <A extends Omit<Asked, 'body'>>(
    commandOf: (asked: A, petition: LoadedPetition) => PetitionCommand | Promise<PetitionCommand>,
  ) =>
  async (asked: A) => {
    await finishCalls(asked);
    const petition = await loadToHandle(asked.service, asked.number, asked.context.actor);
    return petitions.decide(
      asked,
      petition,
      await commandOf(asked, petition),
      petition.beforeDecision,
    );
  };
