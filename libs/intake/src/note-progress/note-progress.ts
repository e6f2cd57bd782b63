import { isDomainError, localDate } from '@minh-bach/kernel';
import { NotYet, type Message } from '@minh-bach/messaging';
import { areOfOneSender, contextOfMessage, type ServiceRuntime } from '@minh-bach/platform';
import { petitions } from '../petition-stream.ts';
import { progressTold } from './progress-told.ts';

/**
 * What other services tell becomes an event of each petition's own, so that its sender can be told. News
 * of a case wait until triage has opened it for the petition; of another case they are not believed.
 */
export async function noteProgress(message: Message, service: ServiceRuntime): Promise<void> {
  const told = progressTold(message);
  const at = notAfter(service.clock.now(), message.occurredAt);
  const { state, on = localDate(at), case: number = null, opensCase = false } = told;
  const { kind, respondentUnit, mergedInto } = told;
  for (const petition of new Set(told.petitions)) {
    const isOwn =
      mergedInto !== undefined &&
      (await areOfOneSender(service.infrastructure.store, petition, mergedInto));
    const news = isOwn ? { ...told.news, mergedInto } : told.news;
    await service.runner
      .run({
        decider: petitions.decider,
        stream: petitions.nameOf(petition),
        command: {
          type: 'NoteProgress',
          ...{ on, case: number, opensCase, at },
          ...(state === undefined ? {} : { state }),
          ...(kind === undefined ? {} : { kind }),
          ...(respondentUnit === undefined ? {} : { respondentUnit }),
          ...(news === undefined ? {} : { news }),
        },
        occurred: { at },
        context: contextOfMessage(service.secret, service.name, message),
      })
      .catch((error: unknown) => {
        if (isDomainError(error, 'CASE_UNKNOWN')) throw new NotYet(`case ${number} of a petition`);
        throw error;
      });
  }
}

/** Nothing is told from the future: it would outlive all later news. */
const notAfter = (now: Date, at: string): string =>
  Date.parse(at) > now.getTime() ? now.toISOString() : at;
