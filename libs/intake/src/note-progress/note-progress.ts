import { localDate } from '@minh-bach/kernel';
import type { Message } from '@minh-bach/messaging';
import { contextOfMessage, type ServiceRuntime } from '@minh-bach/platform';
import { petitions } from '../petition-stream.ts';
import { progressTold } from './progress-told.ts';

/** What other services tell becomes an event of each petition's own, so that its sender can be told. */
export async function noteProgress(message: Message, service: ServiceRuntime): Promise<void> {
  const told = progressTold(message);
  if (!told) return;
  const { state, on = localDate(message.occurredAt), case: number = null } = told;
  const { kind, respondentUnit } = told;
  for (const petition of told.petitions)
    await service.runner.run({
      decider: petitions.decider,
      stream: petitions.nameOf(petition),
      command: {
        type: 'NoteProgress',
        state,
        on,
        case: number,
        at: message.occurredAt,
        ...(kind === undefined ? {} : { kind }),
        ...(respondentUnit === undefined ? {} : { respondentUnit }),
      },
      occurred: { at: message.occurredAt },
      context: contextOfMessage(service.secret, service.name, message),
    });
}
