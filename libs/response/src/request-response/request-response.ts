import { caseConcludedV1, caseReceiptCorrectedV1 } from '@minh-bach/contracts';
import { isDomainError } from '@minh-bach/kernel';
import { NotYet, type Message } from '@minh-bach/messaging';
import { contextOfMessage, type ServiceRuntime } from '@minh-bach/platform';
import { cases } from '../cases.ts';
import type { CaseCommand } from '../domain/case.decider.ts';

/** Investigation concluded a case: the decision is to be drawn up. Or it tells of its receipt date. */
export async function requestResponse(message: Message, service: ServiceRuntime): Promise<void> {
  const heard = commandOf(message);
  if (!heard) return;
  try {
    await service.run({
      decider: cases.decider,
      stream: cases.nameOf(heard.number),
      command: heard.command,
      context: contextOfMessage(service.secret, service.name, message),
    });
  } catch (error) {
    if (isDomainError(error, 'CASE_UNKNOWN')) throw new NotYet(`case ${heard.number}`);
    throw error;
  }
}

function commandOf({ type, data }: Message): { number: string; command: CaseCommand } | undefined {
  switch (type) {
    case 'CaseConcluded': {
      const concluded = caseConcludedV1.parse(data);
      return { number: concluded.case, command: { type: 'RequestResponse', concluded } };
    }
    case 'CaseReceiptCorrected': {
      const { case: number, receivedOn } = caseReceiptCorrectedV1.parse(data);
      return { number, command: { type: 'NoteReceipt', receivedOn } };
    }
    default:
      return undefined;
  }
}
