import {
  INVESTIGATION_TOPIC,
  RESPONSE_TOPIC,
  TRIAGE_TOPIC,
  type PetitionKind,
  type PetitionState,
} from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import type { Message } from '@minh-bach/messaging';
import { contextOfMessage, type ServiceRuntime } from '@minh-bach/platform';
import { petitionDecider } from '../domain/petition.decider.ts';
import { streamOfPetition } from '../petition-stream.ts';

/** Common to what the other services tell of petitions. */
interface Told {
  readonly petition?: string;
  readonly petitions?: readonly string[];
  readonly case?: string;
  readonly outcome?: PetitionState;
  readonly kind?: PetitionKind;
  readonly respondentUnit?: string | null;
  readonly on?: string;
  readonly acceptedOn?: string;
  readonly concludedOn?: string;
  readonly issuedOn?: string;
  readonly sentOn?: string;
  readonly receivedOn?: string;
}

const STATES: Readonly<Record<string, (told: Told) => PetitionState | undefined>> = {
  PetitionClassified: () => 'classified',
  CaseOpened: () => 'accepted',
  PetitionSettled: ({ outcome }) => outcome,
  CaseAssigned: () => 'under_verification',
  ConclusionProposed: () => 'awaiting_approval',
  ConclusionReturned: () => 'under_verification',
  CaseConcluded: () => 'concluded',
  DecisionIssued: () => 'decision_issued',
  DecisionSent: () => 'decision_sent',
  CaseClosed: () => 'closed',
};

export const PROGRESS_TOPICS = [TRIAGE_TOPIC, INVESTIGATION_TOPIC, RESPONSE_TOPIC];

/** What other services tell becomes an event of each petition's own, so that its sender can be told. */
export async function noteProgress(message: Message, service: ServiceRuntime): Promise<void> {
  const told = message.data as Told;
  const state = STATES[message.type]?.(told);
  if (!state) return;
  const on =
    told.on ??
    told.acceptedOn ??
    told.concludedOn ??
    told.issuedOn ??
    told.sentOn ??
    localDate(message.occurredAt);
  for (const petition of told.petitions ?? [told.petition ?? ''])
    await service.runner.run({
      decider: petitionDecider,
      stream: streamOfPetition(petition),
      command: {
        type: 'NoteProgress',
        state,
        on,
        case: told.case ?? null,
        at: message.occurredAt,
        ...(told.kind === undefined ? {} : { kind: told.kind }),
        ...(told.respondentUnit ? { respondentUnit: told.respondentUnit } : {}),
      },
      occurred: { at: message.occurredAt },
      context: contextOfMessage(service.secret, service.name, message),
    });
}
