import { CASE_LIST_COLUMNS, nothingShown } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
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
import type { CaseEvent } from '../domain/case.events.ts';
import { CaseRow } from './case-row.entity.ts';

/** One row a case, for the worklists. */
export const caseRowProjection: Projection = {
  name: 'cases',
  version: 7,
  apply: (batch, manager) =>
    foldRows(
      manager,
      {
        entity: CaseRow,
        key: 'number',
        keyOf: ({ stream }) =>
          stream.startsWith('investigation.case-') ? ownerOf(stream) : undefined,
        evolve,
      },
      batch,
    ),
};

function evolve(row: CaseRow | undefined, recorded: RecordedEvent): CaseRow | undefined {
  const event = recorded.event as CaseEvent;
  if (event.type === 'CaseReceived') {
    const { case: number, petitions, competentUnit, kind, instance, gist, acceptedOn } = event.data;
    const clocks = withClocks(noClocks(), event.data, acceptedOn);
    return {
      number,
      petitions,
      unit: competentUnit,
      kind,
      instance,
      gist,
      acceptedOn,
      assignee: null,
      guidanceUnit: null,
      state: 'received',
      ...ROW_NOT_URGED,
      shown: nothingShown(CASE_LIST_COLUMNS),
      open: true,
      words: searchWords([number, ...petitions], gist),
      ...clocks,
    };
  }
  if (!row) return undefined;
  switch (event.type) {
    case 'CaseAssigned':
      return { ...row, state: 'assigned', assignee: event.data.assignee };
    case 'GuidanceRequested':
      return { ...row, guidanceUnit: event.data.to };
    case 'GuidanceGiven':
      return { ...row, guidanceUnit: null };
    case 'AssignmentDeclined':
      return { ...row, state: 'received', assignee: null };
    case 'ConclusionProposed':
      return { ...row, state: 'proposed' };
    case 'ConclusionReturned':
      return { ...row, state: 'assigned' };
    case 'ConclusionApproved':
      return { ...row, state: 'approved', open: false };
    case 'LowerUnitUrged':
    case 'DelayReported': {
      const { recordedAt } = recorded.metadata;
      const clocks = withClocks(row, event.data, row.acceptedOn);
      const urged =
        event.type === 'LowerUnitUrged' ? rowUrged(row, recordedAt) : rowReported(recordedAt);
      return { ...row, ...clocks, ...urged };
    }
    case 'DecisionNoted':
      return {
        ...row,
        state: 'decided',
        open: false,
        ...withClocks(row, event.data, row.acceptedOn),
      };
    case 'DecisionDayNoted':
    case 'NoteAdded':
    case 'ExplanationRecorded':
    case 'EvidenceRecorded':
    case 'ItemWithdrawn':
    case 'RelationDeclared':
    case 'RelationDismissed':
    case 'DeadlineBreached':
    case 'ReceiptDateNoted':
      return row;
  }
}
