import type { CaseOpenedV1, Conclusion, NoticeBreach } from '@minh-bach/contracts';

export interface ReceiveCase {
  readonly type: 'ReceiveCase';
  readonly case: CaseOpenedV1;
}
export interface AssignCase {
  readonly type: 'AssignCase';
  readonly assignee: string;
  /** Fact: does the person verify for this unit today? */
  readonly assigneeMayVerify: boolean;
}
export interface AddNote {
  readonly type: 'AddNote';
  readonly text: string;
}
export interface RecordExplanation {
  readonly type: 'RecordExplanation';
  readonly givenBy: string;
  readonly givenOn: string;
  readonly text: string;
}
export interface RecordEvidence {
  readonly type: 'RecordEvidence';
  readonly title: string;
  readonly obtainedOn: string;
  readonly text: string;
}
export interface ProposeConclusion {
  readonly type: 'ProposeConclusion';
  readonly conclusion: Conclusion;
  readonly findings: string;
  readonly law: string;
  readonly measures: string;
}
export interface ApproveConclusion {
  readonly type: 'ApproveConclusion';
  /** The draft that the approver read. */
  readonly version: number;
}
export interface ReturnConclusion {
  readonly type: 'ReturnConclusion';
  readonly version: number;
  readonly note: string;
}
export interface NoteDecision {
  readonly type: 'NoteDecision';
  readonly decisionNumber: string;
  readonly issuedOn: string;
}

export type CaseCommand =
  | ReceiveCase
  | AssignCase
  | AddNote
  | RecordExplanation
  | RecordEvidence
  | ProposeConclusion
  | ApproveConclusion
  | ReturnConclusion
  | NoteDecision
  | NoticeBreach;
