import { describe, expect, it } from '@jest/globals';
import { SERVICE_NAMES } from '@minh-bach/contracts';
import { partsOf } from './index.ts';

const ONCE = 'a stream takes it once: its decider refuses a second one, or drops it';
const SYSTEM = 'a message or a clock brings it, no person; a second one is dropped';
const TWO = 'a second person confirms it, or people end so many rights alone in a day';
const ANSWER = 'it answers one proposal, draft or correction each, and those are bounded';
const COUNTED =
  'the stream counts what one person did in the last hours, and refuses or drops the next';
const BESIDE = 'it stands beside an event that is bounded or counted';

/** Why no person records it in one stream again and again, although no bound a day is declared for it. */
const REASONS: Readonly<Record<(typeof SERVICE_NAMES)[number], Readonly<Record<string, string>>>> =
  {
    directory: {
      UnitRecorded: TWO,
      PersonRecorded: TWO,
      PersonDeactivated: TWO,
      PostAssigned: TWO,
      PostEnded: TWO,
      DeputyAppointed: COUNTED,
      DeputyRevoked: ANSWER,
      ChangeProposed: ONCE,
      ChangeConfirmed: ONCE,
      ChangeDeclined: 'once, and once more by the proposer, who takes back what another declined',
      SubjectTaken: ONCE,
      RightEndedAlone: COUNTED,
      DeputyAppointedAlone: COUNTED,
      AlarmRaised: BESIDE,
    },
    intake: {
      PetitionRegistered: 'once a stream, and so many petitions of one person a day',
      ProgressNoted: SYSTEM,
      ReceiptCodeTaken: ONCE,
      HandlingRated: ONCE,
      WithdrawalAsked: ONCE,
      ReceiptDateCorrected: ANSWER,
      DisclosureAllowed: COUNTED,
      DisclosureRefused: COUNTED,
      AlarmRaised: BESIDE,
    },
    triage: {
      PetitionTaken: SYSTEM,
      HandlingMoved: SYSTEM,
      DeadlineBreached: SYSTEM,
      ReceiptDateNoted: SYSTEM,
      ClockRecalculated: SYSTEM,
      BreachWithdrawn: SYSTEM,
      CaseProgressNoted: SYSTEM,
      DuplicateLetGo: BESIDE,
      CaseNumberReserved: ONCE,
      PetitionAccepted: ONCE,
      PetitionSettled: ONCE,
      NamesStruck: ANSWER,
      LowerUnitUrged: COUNTED,
      DelayReported: ANSWER,
      DenunciationCalled: 'only earlier versions recorded it',
      AlarmRaised: BESIDE,
    },
    investigation: {
      CaseReceived: SYSTEM,
      DecisionDayNoted: SYSTEM,
      DecisionNoted: SYSTEM,
      ReceiptDateNoted: SYSTEM,
      DeadlineBreached: SYSTEM,
      LowerUnitUrged: COUNTED,
      DelayReported: ANSWER,
      ConclusionReturned: ANSWER,
      ConclusionApproved: ONCE,
    },
    response: {
      ResponseRequested: SYSTEM,
      ReceiptDateNoted: SYSTEM,
      DeadlineBreached: SYSTEM,
      DecisionIssued: ONCE,
      DayConfirmed: ANSWER,
      DayDeclined: ANSWER,
      DecisionPublished: TWO,
      PublicationTakenBack: TWO,
      CaseClosed: ONCE,
      LowerUnitUrged: COUNTED,
      DelayReported: ANSWER,
    },
  };

describe('T34: what one person may record in one stream', () => {
  it.each(SERVICE_NAMES)('is bounded a day, or says why it needs no bound: %s', async (name) => {
    const { service } = await partsOf[name]();
    const bounded = (service.perDay ?? []).flatMap((atMost) => [...atMost.keys()]);
    const types = service.events.map(({ type }) => type);
    expect([...bounded, ...Object.keys(REASONS[name])].sort()).toEqual([...types].sort());
  });
});
