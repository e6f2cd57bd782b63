import {
  INTEGRATION_EVENTS,
  INVESTIGATION_TOPIC,
  RESPONSE_TOPIC,
  TRIAGE_TOPIC,
  type PetitionKind,
  type PetitionState,
} from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import type { Message } from '@minh-bach/messaging';
import type { z } from 'zod';
import type { News } from '../domain/news.ts';

/** A step of some petitions, as another service tells it. */
export interface Progress {
  readonly petitions: readonly string[];
  /** @default where it stands already */
  readonly state?: PetitionState;
  /** @default the day on which it happened there */
  readonly on?: string;
  readonly case?: string;
  /** Triage alone opens a case, and says what a petition is and whom it is against. */
  readonly opensCase?: true;
  readonly kind?: PetitionKind;
  readonly respondentUnit?: string;
  readonly news?: News;
  /** Its sender is told of it where it is the same sender's. */
  readonly mergedInto?: string;
}

type Reads = (data: unknown) => Progress;

const read =
  <S extends z.ZodType>(schema: S, progress: (told: z.output<S>) => Progress): Reads =>
  (data) =>
    progress(schema.parse(data));

/** The members that are there. */
const given = <T extends object>(news: T) =>
  Object.fromEntries(Object.entries(news).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

interface Missed {
  readonly rule: string;
  readonly due: string;
  readonly on: string;
  readonly superiorTold: boolean;
}
const missedIn = ({ rule, due, on, superiorTold }: Missed): News => ({
  missed: { rule, due, on, superiorTold },
});

const WAITS = { issue: 'issueWaits', sending: 'sendingWaits', receipt: 'receiptWaits' } as const;
type Waits = 'issueWaits' | 'sendingWaits' | 'receiptWaits';
const waiting = (name: Waits, on: string, recordedOn: string | undefined): News =>
  recordedOn === undefined ? {} : { [name]: { on, recordedOn } };

const triage = INTEGRATION_EVENTS[TRIAGE_TOPIC];
const investigation = INTEGRATION_EVENTS[INVESTIGATION_TOPIC];
const response = INTEGRATION_EVENTS[RESPONSE_TOPIC];

/**
 * Every message of these topics: a new one does not compile until it has its line here. A step that answers
 * what a limit asked for ends it (`clock: null`), also where an older message does not say so.
 */
const PROGRESS = {
  [TRIAGE_TOPIC]: {
    PetitionTaken: read(triage.PetitionTaken, ({ petition, clock }) => ({
      petitions: [petition],
      state: 'received',
      news: given({ clock }),
    })),
    PetitionClassified: read(triage.PetitionClassified, (told) => ({
      petitions: [told.petition],
      state: 'classified',
      kind: told.kind,
      ...given({ respondentUnit: told.respondentUnit }),
      news: given({ clock: told.clock }),
    })),
    CaseOpened: read(triage.CaseOpened, ({ respondentUnit, acceptedOn: on, ...told }) => ({
      petitions: told.petitions,
      case: told.case,
      opensCase: true,
      kind: told.kind,
      state: 'accepted',
      on,
      ...(respondentUnit === null ? {} : { respondentUnit }),
      news: { unit: told.competentUnit, instance: told.instance, clock: null },
    })),
    PetitionSettled: read(triage.PetitionSettled, ({ petition, outcome: state, on, ...told }) => ({
      petitions: [petition],
      state,
      on,
      news: {
        clock: null,
        ...given({ competentBody: told.competentBody, ground: told.ground, notice: told.notice }),
      },
    })),
    PetitionMerged: read(triage.PetitionMerged, ({ petition, into, on }) => ({
      petitions: [petition],
      state: 'merged',
      on,
      mergedInto: into,
      news: { clock: null },
    })),
    PetitionUnmerged: read(triage.PetitionUnmerged, ({ petition, isClassified, clock = null }) => ({
      petitions: [petition],
      state: isClassified ? 'classified' : 'received',
      news: { clock, mergedInto: null },
    })),
    DeadlineMissed: read(triage.DeadlineMissed, ({ petition, ...told }) => ({
      petitions: [petition],
      news: missedIn(told),
    })),
    ClockRecalculated: read(triage.ClockRecalculated, ({ petition, clock }) => ({
      petitions: [petition],
      news: { clock, missed: null },
    })),
    // Of the case: its sender was told of the day by intake itself.
    CaseReceiptCorrected: read(triage.CaseReceiptCorrected, ({ petitions }) => ({ petitions })),
  },
  [INVESTIGATION_TOPIC]: {
    CaseReceived: read(investigation.CaseReceived, ({ acceptedOn: on, clock, ...told }) => ({
      ...told,
      state: 'accepted',
      on,
      news: given({ clock }),
    })),
    CaseAssigned: read(investigation.CaseAssigned, (told) => ({
      ...told,
      state: 'under_verification',
    })),
    ConclusionProposed: read(investigation.ConclusionProposed, (told) => ({
      ...told,
      state: 'awaiting_approval',
    })),
    ConclusionReturned: read(investigation.ConclusionReturned, (told) => ({
      ...told,
      state: 'under_verification',
    })),
    // What it concludes is told with the decision.
    CaseConcluded: read(investigation.CaseConcluded, (told) => ({
      petitions: told.petitions,
      case: told.case,
      state: 'concluded',
      on: told.concludedOn,
      news: given({ unit: told.unit, clock: told.clock }),
    })),
    DeadlineMissed: read(investigation.DeadlineMissed, ({ petitions, case: number, ...told }) => ({
      ...{ petitions, case: number },
      news: missedIn(told),
    })),
    CaseReceiptCorrected: read(investigation.CaseReceiptCorrected, ({ petitions }) => ({
      petitions,
    })),
  },
  [RESPONSE_TOPIC]: {
    DecisionIssued: read(response.DecisionIssued, ({ petitions, issuedOn, ...told }) => ({
      petitions,
      case: told.case,
      state: 'decision_issued',
      on: issuedOn,
      news: {
        unit: told.unit,
        decision: {
          number: told.decisionNumber,
          issuedOn,
          ...given({ conclusion: told.conclusion }),
        },
        clock: told.clock ?? null,
        ...waiting('issueWaits', issuedOn, told.countsFrom),
        ...given({ publication: told.publication, inForceAfter: told.inForceAfter }),
      },
    })),
    DecisionSent: read(response.DecisionSent, ({ petitions, sentOn: on, ...told }) => ({
      petitions,
      case: told.case,
      state: 'decision_sent',
      on,
      news: { clock: null, ...waiting('sendingWaits', on, told.countsFrom) },
    })),
    DecisionDelivered: read(response.DecisionDelivered, ({ receivedOn: on, ...told }) => ({
      petitions: told.petitions,
      case: told.case,
      state: 'decision_delivered',
      on,
      news: { ...given({ window: told.window }), ...waiting('receiptWaits', on, told.countsFrom) },
    })),
    DecisionDaySettled: read(response.DecisionDaySettled, ({ petitions, of, ...told }) => ({
      petitions,
      case: told.case,
      news: {
        [WAITS[of]]: told.isConfirmed
          ? null
          : { on: told.day, recordedOn: told.countsFrom, isDeclined: true },
        ...given({ window: told.window }),
      },
    })),
    DecisionPublished: read(response.DecisionPublished, ({ publishedOn, ...told }) => ({
      ...told,
      news: { publishedOn },
    })),
    PublicationTakenBack: read(response.PublicationTakenBack, ({ petitions, ...told }) => ({
      ...{ petitions, case: told.case },
      news: { publishedOn: null },
    })),
    CaseClosed: read(response.CaseClosed, (told) => ({ ...told, state: 'closed' })),
    DeadlineMissed: read(response.DeadlineMissed, ({ petitions, case: number, ...told }) => ({
      ...{ petitions, case: number },
      news: missedIn(told),
    })),
  },
} satisfies {
  readonly [T in keyof typeof INTEGRATION_EVENTS as T extends ProgressTopic ? T : never]: {
    readonly [M in keyof (typeof INTEGRATION_EVENTS)[T]]: Reads;
  };
};

type ProgressTopic = typeof TRIAGE_TOPIC | typeof INVESTIGATION_TOPIC | typeof RESPONSE_TOPIC;

export const PROGRESS_TOPICS: readonly string[] = Object.keys(PROGRESS);

/**
 * What a message says of petitions.
 *
 * @throws DomainError `UNKNOWN_MESSAGE_TYPE`: it is held back for all to see, never dropped. ZodError,
 *   where it does not fit its contract
 */
export function progressTold({ topic, type, data }: Pick<Message, 'topic' | 'type' | 'data'>) {
  const ofTopic = new Map<string, Record<string, Reads>>(Object.entries(PROGRESS)).get(topic);
  const reads = new Map(Object.entries(ofTopic ?? {})).get(type);
  if (!reads) throw new DomainError('UNKNOWN_MESSAGE_TYPE', { topic, type });
  return reads(data);
}
