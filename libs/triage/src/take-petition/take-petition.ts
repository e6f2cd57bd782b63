import { petitionReceivedV1, receiptDateCorrectedV1 } from '@minh-bach/contracts';
import { isDomainError } from '@minh-bach/kernel';
import { NotYet, type Message } from '@minh-bach/messaging';
import { contextOfMessage, type ServiceRuntime } from '@minh-bach/platform';
import { petitionDecider, type PetitionCommand } from '../domain/petition.decider.ts';
import { petitions } from '../petition-stream.ts';

/**
 * A petition that reception registered: its clocks start here, counted from its receipt. Or the day of
 * receipt, corrected there.
 */
export async function takePetition(message: Message, service: ServiceRuntime): Promise<void> {
  const { petition, command } = commandOf(message);
  try {
    await service.run({
      decider: petitionDecider,
      stream: petitions.nameOf(petition),
      command,
      context: contextOfMessage(service.secret, service.name, message),
    });
  } catch (error) {
    if (isDomainError(error, 'PETITION_UNKNOWN')) throw new NotYet(`petition ${petition}`);
    throw error;
  }
}

function commandOf({ type, data }: Message): { petition: string; command: PetitionCommand } {
  if (type === 'ReceiptDateCorrected') {
    const told = receiptDateCorrectedV1.parse(data);
    return { petition: told.petition, command: { type: 'NoteReceipt', ...told } };
  }
  const petition = petitionReceivedV1.parse(data);
  return { petition: petition.petition, command: { type: 'TakePetition', petition } };
}
