import { RESPONSE_TOPIC } from '@minh-bach/contracts';
import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import type { ServiceDefinition } from '@minh-bach/platform';
import type { CaseEvent } from './domain/case.events.ts';

/** What response tells the others: that a decision went its way, never what it says or to whom. */
export const responsePublication: NonNullable<ServiceDefinition['publishes']> = {
  topic: RESPONSE_TOPIC,
  translate: (recorded) => {
    const { event, metadata } = recorded as RecordedEvent<CaseEvent>;
    switch (event.type) {
      case 'DecisionIssued': {
        const { case: number, petitions, unit, decisionNumber, issuedOn } = event.data;
        return {
          type: 'DecisionIssued',
          data: { case: number, petitions, unit, decisionNumber, issuedOn },
        };
      }
      case 'DecisionSent': {
        const { case: number, petitions, sentOn } = event.data;
        return { type: 'DecisionSent', data: { case: number, petitions, sentOn } };
      }
      case 'DecisionDelivered': {
        const { case: number, petitions, receivedOn } = event.data;
        return { type: 'DecisionDelivered', data: { case: number, petitions, receivedOn } };
      }
      case 'CaseClosed': {
        const { case: number, petitions } = event.data;
        return {
          type: 'CaseClosed',
          data: { case: number, petitions, on: localDate(metadata.recordedAt) },
        };
      }
      case 'ResponseRequested':
      case 'DeadlineBreached':
        return undefined;
    }
    return undefined;
  },
};
