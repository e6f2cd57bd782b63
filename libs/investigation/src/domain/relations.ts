import {
  CONFLICT_WORDS,
  assignCase,
  declareRelation as declaring,
  declineAssignment as declining,
  dismissRelation as dismissing,
  refusalsOf,
  type ConflictId,
  type PetitionKind,
  type Acting,
  type Refusal,
  type Relation,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { conflictsOf, type Involvement } from '@minh-bach/rules';
import type { DeclareRelation, DeclineAssignment, DismissRelation } from './case.commands.ts';
import type { CaseEvent } from './case.events.ts';
import type { Received } from './case.state.ts';
import { refuseConcluded, refuseOthers } from './refusals.ts';

export interface DeclaredRelation {
  readonly person: string;
  readonly relation: Relation;
  /** Of themselves. */
  readonly isOwn: boolean;
  /** Heads who found it to be none, in their order. */
  readonly dismissedBy: readonly Acting[];
}

const INVOLVEMENT: Readonly<Record<Relation, Partial<Involvement>>> = {
  relative_of_respondent: { isRelative: true },
  direct_interest: { hasDirectInterest: true },
  subordinate_of_respondent: { isSubordinate: true },
  relative_of_sender: { isRelativeOfSender: true },
};

export interface Barring {
  readonly id: ConflictId;
  /** Law, or the product's own policy. */
  readonly legal: boolean;
  readonly law: string;
}

/** What of the list of conflicts keeps a person in this relation from verifying; law before policy. */
export function barring(kind: PetitionKind, relation: Relation): Barring | null {
  const rules = conflictsOf({ role: 'verifier', kind, ...INVOLVEMENT[relation] });
  const known = rules.filter(({ id }) => Object.hasOwn(CONFLICT_WORDS, id));
  const found = known.find(({ level }) => level === 'hard') ?? known[0];
  return found
    ? { id: found.id as ConflictId, legal: found.level === 'hard', law: found.law }
    : null;
}

/**
 * By one head; in a denunciation, where the law bars, only by two who are no one will. What one head found
 * while it was a complaint is not enough then. Of all relations alike: else it told which one is untold.
 */
export const isDismissedBy = (heads: number, isDenunciation: boolean): boolean =>
  heads >= (isDenunciation ? 2 : 1);

const isStanding = ({ dismissedBy }: DeclaredRelation, isDenunciation: boolean): boolean =>
  !isDismissedBy(dismissedBy.length, isDenunciation);

/** The rules that a head checks an assignee by. */
export const checkedBy = (isDenunciation: boolean): ConflictId[] =>
  isDenunciation ? ['COI4', 'COI8'] : ['COI4'];

/** @throws DomainError `ASSIGNEE_CONFLICT_BY_LAW`, `ASSIGNEE_HAS_CONFLICT`, with the rule of the list */
export function refuseConflict(state: Received, assignee: string, isDenunciation: boolean): void {
  const kind = isDenunciation ? 'denunciation' : state.case.kind;
  const declared = state.relations.filter(
    (one) => one.person === assignee && isStanding(one, isDenunciation),
  );
  const rules = declared.flatMap(({ relation }) => barring(kind, relation) ?? []);
  const rule = rules.find(({ legal }) => legal) ?? rules[0];
  if (!rule) return;
  const refuse = refusalsOf(assignCase);
  const { id, legal, law } = rule;
  if (legal) throw refuse('ASSIGNEE_CONFLICT_BY_LAW', { rule: id, law });
  throw refuse('ASSIGNEE_HAS_CONFLICT', { rule: id });
}

/** All who read the case could learn from such a relation who the denouncer is. */
function refuseTelling(
  relation: Relation,
  isDenunciation: boolean,
  refuse: Refusal<'RELATION_TELLS_SENDER'>,
): void {
  if (isDenunciation && relation === 'relative_of_sender') throw refuse('RELATION_TELLS_SENDER');
}

export function declareRelation(
  { person, relation, note, verifies, isDenunciation }: DeclareRelation,
  state: Received,
): readonly CaseEvent[] {
  const refuse = refusalsOf(declaring);
  refuseConcluded(state, refuse);
  if (!verifies) throw refuse('RELATION_OF_NO_VERIFIER');
  refuseTelling(relation, isDenunciation, refuse);
  const isDeclared = state.relations.some(
    (one) => one.person === person && one.relation === relation && isStanding(one, isDenunciation),
  );
  if (isDeclared) throw refuse('RELATION_DECLARED');
  const data = { ...ofCase(state), person, relation, note, ...declaredIn(isDenunciation) };
  return [{ type: 'RelationDeclared', data }];
}

export function declineAssignment(
  { relation, note, isDenunciation }: DeclineAssignment,
  state: Received,
  actor: Actor,
): readonly CaseEvent[] {
  const refuse = refusalsOf(declining);
  refuseOthers(state, actor, refuse);
  refuseConcluded(state, refuse);
  if (state.is === 'proposed') throw refuse('AWAITING_APPROVAL');
  refuseTelling(relation, isDenunciation, refuse);
  const assignee = actor.person;
  const data = { ...ofCase(state), assignee, relation, note, ...declaredIn(isDenunciation) };
  return [{ type: 'AssignmentDeclined', data }];
}

export function dismissRelation(
  { relation, reason, isOwn, isAgain, isDenunciation }: DismissRelation,
  state: Received,
): readonly CaseEvent[] {
  const refuse = refusalsOf(dismissing);
  refuseConcluded(state, refuse);
  const found = state.relations[relation - 1];
  if (!found || !isStanding(found, isDenunciation)) throw refuse('RELATION_UNKNOWN');
  if (found.isOwn) throw refuse('RELATION_OWN_WORD');
  if (isOwn) throw refuse('RELATION_OF_YOURSELF');
  if (isAgain) throw refuse('RELATION_SECOND_HEAD');
  const { person } = found;
  return [{ type: 'RelationDismissed', data: { ...ofCase(state), relation, person, reason } }];
}

const declaredIn = (isDenunciation: boolean) =>
  isDenunciation ? { ofDenunciation: true as const } : {};
const ofCase = ({ case: { case: number, petitions } }: Received) => ({ case: number, petitions });
