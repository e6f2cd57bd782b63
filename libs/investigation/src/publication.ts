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
        const { version: _, ...concluded } = event.data;
        const message: CaseConcludedV1 = { ...concluded, concludedOn: on };
        return { type: 'CaseConcluded', data: message };
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
