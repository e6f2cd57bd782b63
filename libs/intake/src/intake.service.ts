import { INTAKE_TOPIC, alarmRaised } from '@minh-bach/contracts';
import { AlarmRow, type ServiceDefinition } from '@minh-bach/platform';
import { intakeCommands } from './commands.ts';
import { DisclosureCountRow, DisclosureRefusalRow } from './disclosure-list/disclosure.entities.ts';
import { disclosureProjection } from './disclosure-list/disclosure.projection.ts';
import { intakeSeconds } from './correct/petition-seconds.ts';
import { disclosureAllowed, disclosureRefused } from './domain/disclosure-limit.events.ts';
import { openingsPerDay } from './disclose-identity/disclosure.decider.ts';
import { intakeAlarmProjection } from './intake-alarm.projection.ts';
import { disclosureTold } from './disclose-identity/identity-disclosed.ts';
import { correctionsPerDay } from './domain/corrections-per-day.ts';
import {
  receiptCorrectionDeclined,
  receiptCorrectionProposed,
  receiptDateCorrected,
} from './domain/correct-receipt.ts';
import { senderCorrected } from './domain/correct-sender.ts';
import { withdrawalAsked } from './domain/ask-withdrawal.ts';
import { handlingRated } from './domain/rate.ts';
import { RatingRow } from './rating/rating.entity.ts';
import { ratingProjection } from './rating/rating.projection.ts';
import { LikenessRow } from './likeness/likeness.entity.ts';
import { likenessProjection } from './likeness/likeness.projection.ts';
import { petitionRegistered, progressNoted } from './domain/petition.events.ts';
import { ReceiptCorrectionRow } from './receipt-correction-list/receipt-correction.entity.ts';
import { receiptCorrectionProjection } from './receipt-correction-list/receipt-correction.projection.ts';
import { receiptCodeTaken } from './domain/receipt-code.events.ts';
import { noteProgress } from './note-progress/note-progress.ts';
import { PROGRESS_TOPICS } from './note-progress/progress-told.ts';
import { RegistrationCountRow } from './register-petition/registration-count.entity.ts';
import { registrationCountProjection } from './register-petition/registration-count.projection.ts';
import { RegisteredRow } from './registered-list/registered.entity.ts';
import { registeredProjection } from './registered-list/registered.projection.ts';
import { PetitionTrackRow } from './track-petition/petition-track.entity.ts';
import { petitionTrackProjection } from './track-petition/petition-track.projection.ts';

/** Receives petitions and gives receipts; knows who sent them, and tells nobody. */
export const intakeService: ServiceDefinition = {
  name: 'intake',
  events: [
    petitionRegistered,
    progressNoted,
    receiptCorrectionProposed,
    receiptCorrectionDeclined,
    receiptDateCorrected,
    senderCorrected,
    handlingRated,
    withdrawalAsked,
    disclosureTold,
    disclosureAllowed,
    disclosureRefused,
    receiptCodeTaken,
    alarmRaised,
  ],
  perDay: [openingsPerDay.atMost, correctionsPerDay.atMost],
  commands: intakeCommands,
  publishesTo: INTAKE_TOPIC,
  topics: PROGRESS_TOPICS,
  handle: noteProgress,
  seconds: intakeSeconds,
  entities: [
    PetitionTrackRow,
    DisclosureCountRow,
    DisclosureRefusalRow,
    ReceiptCorrectionRow,
    RegistrationCountRow,
    RegisteredRow,
    LikenessRow,
    RatingRow,
    AlarmRow,
  ],
  projections: [
    petitionTrackProjection,
    disclosureProjection,
    receiptCorrectionProjection,
    registrationCountProjection,
    registeredProjection,
    likenessProjection,
    intakeAlarmProjection,
    ratingProjection,
  ],
};
