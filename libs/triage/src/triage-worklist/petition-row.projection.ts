import type { RecordedEvent } from '@minh-bach/kernel';
import { foldRows, noClocks, ownerOf, withClocks } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { PetitionRow } from './petition-row.entity.ts';

/** One row a petition, for the worklist. */
export const petitionRowProjection: Projection = {
  name: 'triage-petitions',
  version: 8,
  apply: (batch, manager) =>
    foldRows(
      manager,
      {
        entity: PetitionRow,
        key: 'petition',
        keyOf: ({ stream }) =>
          stream.startsWith('triage.petition-') ? ownerOf(stream) : undefined,
        evolve,
      },
      batch,
    ),
};

function evolve(row: PetitionRow | undefined, recorded: RecordedEvent): PetitionRow | undefined {
  const event = recorded.event as PetitionEvent;
  if (event.type === 'PetitionTaken') {
    const { petition, unit, respondentUnit, declaredKind, gist, senderKind, receivedOn } =
      event.data;
    const clocks = withClocks(noClocks(), event.data);
    return {
      petition,
      unit,
      respondentUnit,
      kind: declaredKind,
      gist,
      senderKind,
      receivedOn,
      state: 'taken',
      awaitsConfirmation: false,
      handledAbove: null,
      nobodyHandles: false,
      open: true,
      ...clocks,
    };
  }
  if (!row) return undefined;
  switch (event.type) {
    case 'PetitionClassified':
      return {
        ...row,
        kind: event.data.kind,
        respondentUnit: event.data.respondentUnit ?? row.respondentUnit,
        gist: event.data.kind === 'denunciation' ? null : row.gist,
        state: event.data.decided ?? 'classified',
        awaitsConfirmation: false,
        ...withClocks(row, event.data),
      };
    case 'HandlingMoved':
      return {
        ...row,
        handledAbove: event.data.why === 'NOBODY_LEFT' ? event.data.to : null,
        nobodyHandles: event.data.to === null,
      };
    case 'ReclassificationProposed':
    case 'SettlementProposed':
      return { ...row, awaitsConfirmation: true };
    case 'ReclassificationDeclined':
    case 'SettlementDeclined':
      return { ...row, awaitsConfirmation: false };
    case 'RespondentsCorrected':
      return { ...row, respondentUnit: event.data.respondentUnit };
    case 'PetitionAccepted':
      return { ...row, state: 'accepted', open: false, ...withClocks(row, event.data) };
    case 'PetitionSettled':
      return {
        ...row,
        state: 'settled',
        open: false,
        awaitsConfirmation: false,
        ...withClocks(row, event.data),
      };
    case 'NoteAdded':
    case 'DeadlineBreached':
      return row;
  }
}
