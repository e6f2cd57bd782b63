/** The shapes of the HTTP API: types only, so nothing of `contracts` or zod is in the bundle. */
import type * as contracts from '@minh-bach/contracts';
import type { z } from 'zod';

type Shape<Name extends keyof typeof contracts> = z.infer<
  Extract<(typeof contracts)[Name], z.ZodType>
>;

export type LocalizedText = contracts.LocalizedText;
export type Due = contracts.Due;
export type ListedDue = contracts.ListedDue;
export type Me = contracts.Me & { readonly sessionEndsAt?: string };
export type HeldPost = Me['posts'][number];
export type Role = contracts.Role;
export type PetitionKind = contracts.PetitionKind;
export type Channel = contracts.Channel;
export type Conclusion = contracts.Conclusion;
export type Units = Shape<'unitsSchema'>;
export type UnitPosts = Shape<'unitPostsSchema'>;
export type People = Shape<'peopleSchema'>;
export type FileAnswer = Shape<'fileAnswerSchema'>;
export type RegisterPetitionBody = contracts.RegisterPetitionBody;
export type SecondPerson = Shape<'secondPersonSchema'>;
export type Registered = Shape<'registeredSchema'>;
export type TimeLimit = contracts.TimeLimit;
export type TimeLimits = contracts.TimeLimits;
export type FigureLine = contracts.FigureLine;
export type PublicFigures = contracts.PublicFigures;
export type PublishedDecision = contracts.PublishedDecision;
export type Tracked = contracts.Tracked;
export type DisclosedIdentity = Shape<'disclosedIdentitySchema'>;
export type Disclosures = Shape<'disclosuresSchema'>;
export type Invitations = Shape<'invitationsSchema'>;
export type InvitationLink = Shape<'invitationLinkSchema'>;
export type InvitationCode = Shape<'invitationCodeSchema'>;
export type Alarms = Shape<'alarmsSchema'>;
export type DisclosureRow = Disclosures['items'][number];
export type DecisionProposed = Shape<'decisionProposedSchema'>;
export type ReceiptCorrections = Shape<'receiptCorrectionsSchema'>;
export type ProposedDecisions = Shape<'proposedDecisionsSchema'>;
export type IntakeMatter = contracts.IntakeMatter;
export type TriageMatter = contracts.TriageMatter;
export type CaseMatter = contracts.CaseMatter;
export type ResponseMatter = contracts.ResponseMatter;
export type TriageRow = contracts.TriageRow;
export type CaseRow = Shape<'caseRowSchema'>;
export type ResponseRow = Shape<'responseRowSchema'>;
export type ListView = contracts.ListView;
export type NoticeUnits = Shape<'noticeUnitsSchema'>;
export type Proposals = contracts.Proposals;
export type CalendarDays = contracts.CalendarDays;
export type PeopleList = contracts.PeopleList;
export type ListedPerson = contracts.ListedPerson;
export type ListedPost = contracts.ListedPost;
export type DirectoryEntry = contracts.DirectoryEntryV1;
export type EntryAnswer = Shape<'entryAnswerSchema'>;
export type RegisteredList = Shape<'registeredListSchema'>;
export type Counts = contracts.Counts;
export type Ratings = contracts.Ratings;
export type Notice = Shape<'noticesSchema'>['items'][number];
export type HistoryEntry = contracts.HistoryEntry;
export type History = Shape<'matterHistorySchema'>;
export type Operations = contracts.Operations;
export type Redriven = contracts.Redriven;
export type CommandAnswer = Shape<'commandAnswerSchema'>;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total: number | null;
  readonly moreThanTotal?: true;
}

/** Of a list, by view; one more than 99 stands for more. */
export interface ViewCounts {
  readonly counts: Readonly<Record<string, number>>;
  readonly at: string;
}

/** `GET /api/matters/{number}`: each service's part, and who has not answered. */
export interface Matter {
  readonly number?: string;
  readonly intake?: IntakeMatter;
  readonly triage?: TriageMatter;
  readonly investigation?: CaseMatter;
  readonly response?: ResponseMatter;
  readonly pending: readonly string[];
}

export type Service = contracts.ServiceName;
