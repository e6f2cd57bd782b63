import {
  recordEvidence as evidence,
  recordExplanation as explanation,
  refusalsOf,
  withdrawItem as withdrawal,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { numbered } from './case-file.ts';
import type { RecordEvidence, RecordExplanation, WithdrawItem } from './case.commands.ts';
import type { CaseEvent } from './case.events.ts';
import type { Received } from './case.state.ts';
import { refuseConcluded, refuseFuture, refuseOthers } from './refusals.ts';

export function recordExplanation(
  { type: _, files, pages, ...data }: RecordExplanation,
  state: Received,
  actor: Actor,
  today: string,
): readonly CaseEvent[] {
  const refuse = refusalsOf(explanation);
  refuseOthers(state, actor, refuse);
  refuseConcluded(state, refuse);
  refuseFuture(data.givenOn, today, '/givenOn', refuse);
  const papers = numbered(state.file, { files, pages }, refuse);
  return [{ type: 'ExplanationRecorded', data: { ...data, ...papers, ...awaiting(state) } }];
}

export function recordEvidence(
  { type: _, files, pages, source, ...data }: RecordEvidence,
  state: Received,
  actor: Actor,
  today: string,
): readonly CaseEvent[] {
  const refuse = refusalsOf(evidence);
  refuseOthers(state, actor, refuse);
  refuseConcluded(state, refuse);
  refuseFuture(data.obtainedOn, today, '/obtainedOn', refuse);
  const papers = numbered(state.file, { files, pages }, refuse);
  const from = source === null ? {} : { source };
  return [{ type: 'EvidenceRecorded', data: { ...data, ...from, ...papers, ...awaiting(state) } }];
}

export function withdrawItem(
  { item, reason }: WithdrawItem,
  state: Received,
  actor: Actor,
): readonly CaseEvent[] {
  const refuse = refusalsOf(withdrawal);
  refuseOthers(state, actor, refuse);
  refuseConcluded(state, refuse);
  const found = state.file.items[item - 1];
  if (!found) throw refuse('ITEM_UNKNOWN');
  if (found.isWithdrawn) throw refuse('ITEM_WITHDRAWN');
  return [
    { type: 'ItemWithdrawn', data: { item, folio: found.folio, reason, ...awaiting(state) } },
  ];
}

/** The draft that the head has before them. */
const awaiting = ({ is, draft }: Received) =>
  is === 'proposed' && draft ? { draft: draft.version } : {};
