import { RESPONSE_LIST_COLUMNS, nothingShown } from '@minh-bach/contracts';
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
import { ResponseRow } from './response-row.entity.ts';

/** One row a concluded case. */
export const responseRowProjection: Projection = {
  name: 'responses',
  version: 6,
  apply: (batch, manager) =>
    foldRows(
      manager,
      {
        entity: ResponseRow,
        key: 'number',
        keyOf: ({ stream }) => (stream.startsWith('response.case-') ? ownerOf(stream) : undefined),
        evolve,
      },
      batch,
    ),
};

function evolve(row: ResponseRow | undefined, recorded: RecordedEvent): ResponseRow | undefined {
  const event = recorded.event as CaseEvent;
  if (event.type === 'ResponseRequested') {
    const {
      case: number,
      petitions,
      unit,
      kind,
      instance,
      gist,
      concludedOn,
      conclusion,
      clock,
    } = event.data;
    return {
      number,
      petitions,
      unit,
      kind,
      instance,
      gist,
      concludedOn,
      conclusion,
      state: 'requested',
      decisionNumber: null,
      ...ROW_NOT_URGED,
      shown: nothingShown(RESPONSE_LIST_COLUMNS),
      open: true,
      words: searchWords([number, ...petitions], gist),
      // The limit of resolution runs until the decision is issued.
      ...withClocks(noClocks(), clock ? { clocksStarted: [clock] } : {}, concludedOn),
    };
  }
  if (!row) return undefined;
  switch (event.type) {
    case 'DecisionIssued':
      return {
        ...row,
        state: 'issued',
        decisionNumber: event.data.decisionNumber,
        ...withClocks(noClocks(), event.data, row.concludedOn),
      };
    case 'DecisionSent':
      return {
        ...row,
        ...(isToSender(event.data) ? { state: 'sent' as const } : {}),
        ...withClocks(row, event.data, row.concludedOn),
      };
    case 'DecisionDelivered':
      return isToSender(event.data) ? { ...row, state: 'delivered' } : row;
    case 'DecisionPublished':
      return { ...row, open: !isClosed(row), ...withClocks(row, event.data, row.concludedOn) };
    case 'PublicationTakenBack': {
      // What is owed to the public again keeps a closed file on the lists of what is late.
      const open = !isClosed(row) || event.data.clocksStarted !== undefined;
      return { ...row, open, ...withClocks(row, event.data, row.concludedOn) };
    }
    case 'LowerUnitUrged':
      return { ...row, ...rowUrged(row, recorded.metadata.recordedAt) };
    case 'DelayReported':
      return { ...row, ...rowReported(recorded.metadata.recordedAt) };
    case 'CaseClosed':
      return { ...row, state: 'closed', open: false };
    case 'DayConfirmed':
    case 'DayDeclined':
    case 'DeadlineBreached':
    case 'ReceiptDateNoted':
    case 'PublicationPrepared':
    case 'PublicationReturned':
    case 'PublicationTakingBackProposed':
    case 'PublicationTakingBackDeclined':
      return row;
  }
}

const isClosed = ({ state }: ResponseRow): boolean => state === 'closed';

const isToSender = ({ to = 'sender' }: { readonly to?: string }): boolean => to === 'sender';
