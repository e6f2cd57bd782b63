import type {
  BodyOf,
  CaseOpenedV1,
  NoticeBreach,
  addCaseNote,
  approveConclusion,
  askGuidance,
  assignCase,
  declareRelation,
  declineAssignment,
  dismissRelation,
  giveGuidance,
  reportCaseDelay,
  urgeCase,
  proposeConclusion,
  recordEvidence,
  recordExplanation,
  returnConclusion,
  withdrawItem,
} from '@minh-bach/contracts';
import type { FileToRecord } from './case-file.ts';

export interface ReceiveCase {
  readonly type: 'ReceiveCase';
  readonly case: CaseOpenedV1;
}
export interface AssignCase extends BodyOf<typeof assignCase> {
  readonly type: 'AssignCase';
  /** Fact: does the person verify for this unit today? */
  readonly assigneeMayVerify: boolean;
  /** Fact: it is one, or was called one since. */
  readonly isDenunciation: boolean;
}
export interface DeclareRelation extends BodyOf<typeof declareRelation> {
  readonly type: 'DeclareRelation';
  /** Fact: the person is a verifier who could be assigned it. */
  readonly verifies: boolean;
  readonly isDenunciation: boolean;
}
export interface DeclineAssignment extends BodyOf<typeof declineAssignment> {
  readonly type: 'DeclineAssignment';
  readonly isDenunciation: boolean;
}
export interface DismissRelation extends BodyOf<typeof dismissRelation> {
  readonly type: 'DismissRelation';
  /** Fact: it is said of the actor, or of somebody who is one will with them. */
  readonly isOwn: boolean;
  /** Fact: they, or somebody who is one will with them, found so already. */
  readonly isAgain: boolean;
  readonly isDenunciation: boolean;
}
export interface AskGuidance extends BodyOf<typeof askGuidance> {
  readonly type: 'AskGuidance';
  /** Fact: the unit above that answers; `null`: nobody there may. */
  readonly to: string | null;
}
export interface GiveGuidance extends BodyOf<typeof giveGuidance> {
  readonly type: 'GiveGuidance';
  /** Fact: it falls to the actor. */
  readonly guides: boolean;
}
export interface UrgeCase extends BodyOf<typeof urgeCase> {
  readonly type: 'UrgeCase';
  /** Fact: the unit that it lies with; `null` where the actor does not stand directly above it. */
  readonly to: string | null;
  readonly isDenunciation: boolean;
}
export interface ReportDelay extends BodyOf<typeof reportCaseDelay> {
  readonly type: 'ReportDelay';
}
export interface AddNote extends BodyOf<typeof addCaseNote> {
  readonly type: 'AddNote';
}
/** Fact: the files as they came. */
interface WithFiles {
  readonly files: readonly FileToRecord[];
}
export interface RecordExplanation
  extends Omit<BodyOf<typeof recordExplanation>, 'files'>, WithFiles {
  readonly type: 'RecordExplanation';
}
export interface RecordEvidence extends Omit<BodyOf<typeof recordEvidence>, 'files'>, WithFiles {
  readonly type: 'RecordEvidence';
}
export interface WithdrawItem extends BodyOf<typeof withdrawItem> {
  readonly type: 'WithdrawItem';
}
export interface ProposeConclusion extends BodyOf<typeof proposeConclusion> {
  readonly type: 'ProposeConclusion';
}
export interface ApproveConclusion extends BodyOf<typeof approveConclusion> {
  readonly type: 'ApproveConclusion';
}
export interface ReturnConclusion extends BodyOf<typeof returnConclusion> {
  readonly type: 'ReturnConclusion';
}
export interface NoteDecision {
  readonly type: 'NoteDecision';
  readonly decisionNumber: string;
  readonly issuedOn: string;
  /** While that day waits for a second person. */
  readonly countsFrom?: string;
}

/** Of the day of issue, which waited: it counts now, or that of its recording for good. */
export interface SettleDecisionDay {
  readonly type: 'SettleDecisionDay';
  readonly on: string;
}

/** Of the day on which the petition was received. */
export interface NoteReceipt {
  readonly type: 'NoteReceipt';
  readonly receivedOn: string;
}

export type CaseCommand =
  | ReceiveCase
  | AssignCase
  | DeclareRelation
  | DeclineAssignment
  | DismissRelation
  | AskGuidance
  | GiveGuidance
  | UrgeCase
  | ReportDelay
  | AddNote
  | RecordExplanation
  | RecordEvidence
  | WithdrawItem
  | ProposeConclusion
  | ApproveConclusion
  | ReturnConclusion
  | NoteDecision
  | SettleDecisionDay
  | NoteReceipt
  | NoticeBreach;
