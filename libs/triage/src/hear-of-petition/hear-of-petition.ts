import {
  caseConcludedV1,
  decisionIssuedV1,
  petitionClassifiedV1,
  petitionReceivedV1,
  receiptDateCorrectedV1,
  senderCorrectedV1,
} from '@minh-bach/contracts';
import { isDomainError } from '@minh-bach/kernel';
import { NotYet, type Message } from '@minh-bach/messaging';
import { contextOfMessage, type ServiceRuntime } from '@minh-bach/platform';
import { petitionDecider, type PetitionCommand } from '../domain/petition.decider.ts';
import type { TriageState } from '../domain/petition.state.ts';
import { compareSenders } from '../merged/compare-again.ts';
import { finishCalls } from '../merged/finish-calls.ts';
import { letGoAfter } from '../merged/let-go.ts';
import { petitions } from '../petition-stream.ts';

interface Heard {
  readonly petitions: readonly string[];
  readonly command: PetitionCommand;
}

/**
 * Reception registered a petition: its clocks start here, counted from its receipt. Or it corrected that day.
 * Or who sent it: what is merged may not be of one sender any more. Or its case came to its conclusion, or to its decision.
 */
export async function hearOfPetition(message: Message, service: ServiceRuntime): Promise<void> {
  if (message.type === 'PetitionClassified') return finishHeard(message, service);
  if (message.type === 'SenderCorrected')
    return compareSenders(service, senderCorrectedV1.parse(message.data).petition);
  const heard = heardIn(message);
  for (const number of heard?.petitions ?? [])
    try {
      const done = await service.run({
        decider: petitionDecider,
        stream: petitions.nameOf(number),
        command: heard!.command,
        context: contextOfMessage(service.secret, service.name, message),
      });
      await letGoAfter(service, done);
      if (message.type === 'ReceiptDateCorrected') await takeApart(message, service, done.state);
    } catch (error) {
      if (isDomainError(error, 'PETITION_UNKNOWN')) throw new NotYet(`petition ${number}`);
      throw error;
    }
}

/** It was called a denunciation here, and the process may have ended before what is merged with it was. */
async function finishHeard(message: Message, service: ServiceRuntime): Promise<void> {
  const { kind, petition: number } = petitionClassifiedV1.parse(message.data);
  if (kind !== 'denunciation') return;
  const context = contextOfMessage(service.secret, service.name, message);
  await finishCalls({ service, number, context });
}

/** What was merged into the earlier one may now be the earlier one itself. */
async function takeApart(
  message: Message,
  service: ServiceRuntime,
  state: TriageState,
): Promise<void> {
  if (state.is === 'unknown') return;
  for (const other of state.holds) {
    const done = await service.run({
      decider: petitionDecider,
      stream: petitions.nameOf(other),
      command: { type: 'TakeApart', from: state.petition, because: 'receipt-of-other' },
      context: contextOfMessage(service.secret, service.name, message),
    });
    await letGoAfter(service, done);
  }
}

function heardIn({ type, data }: Message): Heard | undefined {
  switch (type) {
    case 'PetitionReceived': {
      const petition = petitionReceivedV1.parse(data);
      return { petitions: [petition.petition], command: { type: 'TakePetition', petition } };
    }
    case 'ReceiptDateCorrected': {
      const told = receiptDateCorrectedV1.parse(data);
      return { petitions: [told.petition], command: { type: 'NoteReceipt', ...told } };
    }
    case 'CaseConcluded': {
      const { case: number, petitions: of, concludedOn: on } = caseConcludedV1.parse(data);
      const progress = { case: number, progress: 'concluded', on } as const;
      return { petitions: of, command: { type: 'NoteProgress', ...progress } };
    }
    case 'DecisionIssued': {
      const { case: number, petitions: of, issuedOn: on } = decisionIssuedV1.parse(data);
      const progress = { case: number, progress: 'decision_issued', on } as const;
      return { petitions: of, command: { type: 'NoteProgress', ...progress } };
    }
    default:
      return undefined;
  }
}
