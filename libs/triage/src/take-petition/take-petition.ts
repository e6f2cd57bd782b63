import { petitionReceivedV1 } from '@minh-bach/contracts';
import type { Message } from '@minh-bach/messaging';
import { contextOfMessage, type ServiceRuntime } from '@minh-bach/platform';
import { petitionDecider } from '../domain/petition.decider.ts';
import { petitions } from '../petition-stream.ts';

/** A petition that reception registered: its clocks start here, counted from its receipt. */
export async function takePetition(message: Message, service: ServiceRuntime): Promise<void> {
  const petition = petitionReceivedV1.parse(message.data);
  await service.run({
    decider: petitionDecider,
    stream: petitions.nameOf(petition.petition),
    command: { type: 'TakePetition', petition },
    context: contextOfMessage(service.secret, service.name, message),
  });
}
