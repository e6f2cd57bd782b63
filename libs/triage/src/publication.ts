import { TRIAGE_TOPIC, type CaseOpenedV1, type PetitionSettledV1 } from '@minh-bach/contracts';
import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import { ownerOf, type ServiceDefinition } from '@minh-bach/platform';
import type { PetitionEvent } from './domain/petition.events.ts';

/** What triage tells the others. */
export const triagePublication: NonNullable<ServiceDefinition['publishes']> = {
  topic: TRIAGE_TOPIC,
  translate: (recorded) => {
    const { event, metadata, stream } = recorded as RecordedEvent<PetitionEvent>;
    const petition = ownerOf(stream);
    const on = localDate(metadata.recordedAt);
    switch (event.type) {
      case 'PetitionClassified': {
        const { kind, respondentUnit } = event.data;
        const named = respondentUnit === undefined ? {} : { respondentUnit };
        return { type: 'PetitionClassified', data: { petition, kind, ...named } };
      }
      case 'PetitionAccepted':
        return { type: 'CaseOpened', data: caseOpened(event.data, petition, on) };
      case 'PetitionSettled': {
        const settled: PetitionSettledV1 = { petition, outcome: event.data.outcome, on };
        return { type: 'PetitionSettled', data: settled };
      }
      // Every service reads in the log itself whom it must keep something from.
      case 'RespondentsCorrected':
      case 'PetitionTaken':
      // Nothing is changed yet, so nobody else hears of it.
      case 'HandlingMoved':
      case 'ReclassificationProposed':
      case 'ReclassificationDeclined':
      case 'SettlementProposed':
      case 'SettlementDeclined':
      case 'NoteAdded':
      case 'DeadlineBreached':
        return undefined;
    }
    return undefined;
  },
};

function caseOpened(
  data: Extract<PetitionEvent, { type: 'PetitionAccepted' }>['data'],
  petition: string,
  acceptedOn: string,
): CaseOpenedV1 {
  const { instance, competentUnit, kind, respondentUnit, receivedOn, gist } = data;
  return {
    case: data.case,
    petitions: [petition],
    kind,
    instance,
    competentUnit,
    respondentUnit,
    receivedOn,
    acceptedOn,
    gist,
  };
}
