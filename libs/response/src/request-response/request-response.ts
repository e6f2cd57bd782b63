import { caseConcludedV1 } from '@minh-bach/contracts';
import type { Message } from '@minh-bach/messaging';
import { contextOfMessage, type ServiceRuntime } from '@minh-bach/platform';
import { cases } from '../cases.ts';

/** Investigation concluded a case: the decision is to be drawn up. */
export async function requestResponse(message: Message, service: ServiceRuntime): Promise<void> {
  if (message.type !== 'CaseConcluded') return;
  const concluded = caseConcludedV1.parse(message.data);
  await service.run({
    decider: cases.decider,
    stream: cases.nameOf(concluded.case),
    command: { type: 'RequestResponse', concluded },
    context: contextOfMessage(service.secret, service.name, message),
  });
}
