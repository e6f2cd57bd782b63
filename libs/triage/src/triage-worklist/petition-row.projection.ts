import { TRIAGE_COLUMNS, nothingShown, type ClockChanges } from '@minh-bach/contracts';
import { earlier, type RecordedEvent } from '@minh-bach/kernel';
import {
  ROW_NOT_URGED,
  foldRows,
  noClocks,
  ownerOf,
  rowReported,
  rowUrged,
  searchWords,
  withClocks,
} from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { PetitionRow } from './petition-row.entity.ts';

/** One row a petition, for the worklist. */
export const petitionRowProjection: Projection = {
  name: 'triage-petitions',
  version: 16,
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
    const clocks = withClocks(noClocks(), event.data, receivedOn);
    return {
      petition,
      unit,
      respondentUnit,
      kind: declaredKind,
      gist,
      senderKind,
      receivedOn,
      keptSince: receivedOn,
      state: 'taken',
      outcome: null,
      instance: null,
      awaitsConfirmation: false,
      handledAbove: null,
      nobodyHandles: false,
      ...ROW_NOT_URGED,
      shown: nothingShown(TRIAGE_COLUMNS),
      open: true,
      words: searchWords([petition], gist),
      ...clocks,
    };
  }
  if (!row) return undefined;
  const change = CHANGES[event.type] as Change<never> | undefined;
  return {
    ...row,
    ...withClocks(row, event.data as ClockChanges, row.receivedOn),
    ...change?.(event.data as never, row, recorded.metadata.recordedAt),
  };
}

type Change<Data> = (data: Data, row: PetitionRow, recordedAt: string) => Partial<PetitionRow>;

/** What an event changes beside the clocks that it starts and ends. Most events change nothing. */
const CHANGES: { readonly [E in PetitionEvent as E['type']]?: Change<E['data']> } = {
  PetitionClassified: ({ kind, respondentUnit, decided }, row) => ({
    kind,
    respondentUnit: respondentUnit ?? row.respondentUnit,
    ...(kind === 'denunciation' ? { gist: null, words: searchWords([row.petition], null) } : {}),
    state: decided ?? 'classified',
    awaitsConfirmation: false,
  }),
  HandlingMoved: ({ to, why }) => ({
    handledAbove: why === 'NOBODY_LEFT' ? to : null,
    nobodyHandles: to === null,
  }),
  ReclassificationProposed: () => ({ awaitsConfirmation: true }),
  SettlementProposed: () => ({ awaitsConfirmation: true }),
  ReclassificationDeclined: () => ({ awaitsConfirmation: false }),
  SettlementDeclined: () => ({ awaitsConfirmation: false }),
  ReceiptDateNoted: ({ receivedOn }, row) => ({
    receivedOn,
    keptSince: earlier(row.keptSince, receivedOn),
  }),
  RespondentsCorrected: ({ respondentUnit }) => ({ respondentUnit }),
  LowerUnitUrged: (_, row, recordedAt) => rowUrged(row, recordedAt),
  DelayReported: (_, __, recordedAt) => rowReported(recordedAt),
  PetitionAccepted: ({ instance }) => ({ state: 'accepted', open: false, instance }),
  CaseProgressNoted: ({ progress }) => ({ outcome: progress }),
  PetitionMerged: () => ({ state: 'settled', outcome: 'merged', open: false }),
  PetitionUnmerged: ({ back }) => ({ state: back, outcome: null, open: true }),
  PetitionSettled: ({ outcome }) => ({
    state: 'settled',
    outcome,
    open: false,
    awaitsConfirmation: false,
  }),
};
