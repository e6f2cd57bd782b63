import { INVESTIGATION_TOPIC, type CaseConcludedV1 } from '@minh-bach/contracts';
import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import type { ServiceDefinition } from '@minh-bach/platform';
import type { CaseEvent } from './domain/case.events.ts';

/** What investigation tells the others: where the case stands, never what was found. */
export const investigationPublication: NonNullable<ServiceDefinition['publishes']> = {
  topic: INVESTIGATION_TOPIC,
  translate: (recorded) => {
    const { event, metadata } = recorded as RecordedEvent<CaseEvent>;
    const on = localDate(metadata.recordedAt);
    switch (event.type) {
      case 'CaseAssigned':
      case 'ConclusionProposed':
      case 'ConclusionReturned': {
        const { case: number, petitions } = event.data;
        return { type: event.type, data: { case: number, petitions, on } };
      }
      case 'ConclusionApproved': {
        return { type: 'CaseConcluded', data: caseConcluded(event.data, on) };
      }
      case 'CaseReceived':
      case 'NoteAdded':
      case 'ExplanationRecorded':
      case 'EvidenceRecorded':
      case 'DecisionNoted':
      case 'DeadlineBreached':
        return undefined;
    }
    return undefined;
  },
};

/** Field by field: what the event learns to say later stays here until somebody names it, too. */
const caseConcluded = (
  approved: Extract<CaseEvent, { type: 'ConclusionApproved' }>['data'],
  concludedOn: string,
): CaseConcludedV1 => ({
  case: approved.case,
  petitions: approved.petitions,
  kind: approved.kind,
  unit: approved.unit,
  conclusion: approved.conclusion,
  instance: approved.instance,
  receivedOn: approved.receivedOn,
  concludedOn,
  ...(approved.clock ? { clock: approved.clock } : {}),
  gist: approved.gist,
});
