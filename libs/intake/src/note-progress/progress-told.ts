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

/** A step of some petitions, as another service tells it. */
export interface Progress {
  readonly petitions: readonly string[];
  readonly state: PetitionState;
  /** @default the day on which it happened there */
  readonly on?: string;
  readonly case?: string;
  /** Triage alone opens a case, and says what a petition is and whom it is against. */
  readonly opensCase?: true;
  readonly kind?: PetitionKind;
  readonly respondentUnit?: string;
}

/** `null`: no step that a sender is told of. */
type Reads = (data: unknown) => Progress | null;

const read =
  <S extends z.ZodType>(schema: S, progress: (told: z.output<S>) => Progress | null): Reads =>
  (data) =>
    progress(schema.parse(data));

const triage = INTEGRATION_EVENTS[TRIAGE_TOPIC];
const investigation = INTEGRATION_EVENTS[INVESTIGATION_TOPIC];
const response = INTEGRATION_EVENTS[RESPONSE_TOPIC];

/** Every message of these topics: a new one does not compile until it has its line here. */
const PROGRESS = {
  [TRIAGE_TOPIC]: {
    PetitionClassified: read(triage.PetitionClassified, ({ petition, kind, respondentUnit }) => ({
      petitions: [petition],
      state: 'classified',
      kind,
      ...(respondentUnit === undefined ? {} : { respondentUnit }),
    })),
    CaseOpened: read(triage.CaseOpened, ({ respondentUnit, acceptedOn: on, ...told }) => ({
      petitions: told.petitions,
      case: told.case,
      opensCase: true,
      kind: told.kind,
      state: 'accepted',
      on,
      ...(respondentUnit === null ? {} : { respondentUnit }),
    })),
    PetitionSettled: read(triage.PetitionSettled, ({ petition, outcome: state, on }) => ({
      petitions: [petition],
      state,
      on,
    })),
  },
  [INVESTIGATION_TOPIC]: {
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
    CaseConcluded: read(investigation.CaseConcluded, (told) => ({
      petitions: told.petitions,
      case: told.case,
      state: 'concluded',
      on: told.concludedOn,
    })),
  },
  [RESPONSE_TOPIC]: {
    DecisionIssued: read(response.DecisionIssued, ({ petitions, issuedOn: on, ...told }) => ({
      petitions,
      case: told.case,
      state: 'decision_issued',
      on,
    })),
    DecisionSent: read(response.DecisionSent, ({ petitions, sentOn: on, ...told }) => ({
      petitions,
      case: told.case,
      state: 'decision_sent',
      on,
    })),
    DecisionDelivered: read(response.DecisionDelivered, () => null),
    CaseClosed: read(response.CaseClosed, (told) => ({ ...told, state: 'closed' })),
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
