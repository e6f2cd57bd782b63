import type { z } from 'zod';
import * as directory from './directory.v1.ts';
import * as intake from './intake.v1.ts';
import * as investigation from './investigation.v1.ts';
import { caseDeadlineMissedV1 } from './missed.ts';
import * as recount from './recounted.ts';
import * as response from './response.v1.ts';
import * as triage from './triage.v1.ts';

export * from './directory.v1.ts';
export * from './intake.v1.ts';
export * from './investigation.v1.ts';
export * from './recounted.ts';
export * from './response.v1.ts';
export * from './triage.v1.ts';

/** Every message there is, by topic and type: what is not here is not sent and not taken in. */
export const INTEGRATION_EVENTS = {
  [directory.DIRECTORY_TOPIC]: { DirectoryEntryChanged: directory.directoryEntryV1 },
  [intake.INTAKE_TOPIC]: {
    PetitionReceived: intake.petitionReceivedV1,
    ReceiptDateCorrected: recount.receiptDateCorrectedV1,
    SenderCorrected: recount.senderCorrectedV1,
  },
  [triage.TRIAGE_TOPIC]: {
    PetitionTaken: triage.petitionTakenV1,
    PetitionClassified: triage.petitionClassifiedV1,
    CaseOpened: triage.caseOpenedV1,
    PetitionSettled: triage.petitionSettledV1,
    PetitionMerged: triage.petitionMergedV1,
    PetitionUnmerged: triage.petitionUnmergedV1,
    DeadlineMissed: triage.petitionDeadlineMissedV1,
    ClockRecalculated: recount.petitionClockRecalculatedV1,
    CaseReceiptCorrected: recount.caseReceiptCorrectedV1,
  },
  [investigation.INVESTIGATION_TOPIC]: {
    CaseReceived: investigation.caseReceivedV1,
    CaseAssigned: investigation.caseAssignedV1,
    ConclusionProposed: investigation.conclusionProposedV1,
    ConclusionReturned: investigation.conclusionReturnedV1,
    CaseConcluded: investigation.caseConcludedV1,
    DeadlineMissed: caseDeadlineMissedV1,
    CaseReceiptCorrected: recount.caseReceiptCorrectedV1,
  },
  [response.RESPONSE_TOPIC]: {
    DecisionIssued: response.decisionIssuedV1,
    DecisionSent: response.decisionSentV1,
    DecisionDelivered: response.decisionDeliveredV1,
    DecisionDaySettled: response.decisionDaySettledV1,
    DecisionPublished: response.decisionPublishedV1,
    PublicationTakenBack: response.publicationTakenBackV1,
    CaseClosed: response.caseClosedV1,
    DeadlineMissed: caseDeadlineMissedV1,
  },
} as const satisfies Record<string, Record<string, z.ZodType>>;

export type Topic = keyof typeof INTEGRATION_EVENTS;
