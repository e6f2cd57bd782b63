import { z } from 'zod';
import { SERVICE_NAMES } from '../services.ts';

/** Every service has the same routes for operators. The gateway hears messages, too, and has no rows to build. */
export const WATCHED_SERVICES = [...SERVICE_NAMES, 'gateway'] as const;
export type WatchedService = (typeof WATCHED_SERVICES)[number];

/** A rebuild of the read model, as far as this process knows. */
export const rebuildSchema = z.strictObject({
  /** Of the command that asked for it; `null` when the process itself began it, for new code. */
  id: z.string().nullable(),
  phase: z.enum(['building', 'swapping', 'done', 'failed']),
  /** Events applied so far, and how many the live rows were made of. */
  done: z.number().int(),
  total: z.number().int(),
  eventsPerSecond: z.number(),
  /** Why it failed: a code. */
  code: z.string().nullable(),
});

/** `rights`: who may do what, clocks, protections. `lists`: lists and reports, which no right needs. */
export const READ_MODELS = ['rights', 'lists'] as const;
export type ReadModelName = (typeof READ_MODELS)[number];

export const readModelSchema = z.strictObject({
  /** `retrying` should pass by itself; `failed` stands still until `error.act` acts. */
  state: z.enum(['stopped', 'standby', 'running', 'rebuilding', 'retrying', 'failed']),
  caughtUp: z.boolean(),
  error: z
    .strictObject({
      code: z.string(),
      act: z.enum(['developer', 'operator']),
      /** Where in the log, when one event is to blame. */
      stream: z.string().nullable(),
      revision: z.number().int().nullable(),
    })
    .nullable(),
  rebuild: rebuildSchema.nullable(),
});

/**
 * A legal clock that runs while something of its matter is held back: how urgent it is. Its rule would say
 * which matters are denunciations, and an operator may be a respondent of one.
 */
export const sufferingClockSchema = z.strictObject({ due: z.string() });

export const heldStreamSchema = z.strictObject({
  /** Source stream whose messages queue. */
  stream: z.string(),
  /** `parked` waits for somebody to redrive it; `waiting` is tried again by itself. */
  state: z.enum(['parked', 'waiting']),
  since: z.string(),
  code: z.string(),
  /** To be found in the log. */
  errorId: z.string().nullable(),
  /** Messages that queue. */
  count: z.number().int(),
  /** Number of the petition or case that it is about. */
  matter: z.string().nullable(),
  /** Of that matter in this service, the nearest first. */
  clocks: z.array(sufferingClockSchema).readonly(),
});

/** A message that could not be read, in no stream. */
export const deadLetterSchema = z.strictObject({
  place: z.string(),
  since: z.string(),
  code: z.string(),
});

/** Something is wrong with the log of events: `logState` says it in words. */
export const logTroubleSchema = z.strictObject({
  code: z.string(),
  /** Of `STORE_UNAVAILABLE`: e.g. `access-denied`, `certificate`. */
  reason: z.string().nullable(),
  /** Where it is about one stream alone. */
  stream: z.string().nullable(),
  since: z.string(),
});

/** `GET /<service>/operations`: ids, codes and counts; nothing personal. */
export const operationsSchema = z.strictObject({
  service: z.string(),
  checkedAt: z.string(),
  /** `false`: its consumer or its relay has died or does not get on, or messages are late. */
  messagesFlow: z.boolean(),
  /** Only where what was sent to it waits for too long, and since when: somebody holds it back. */
  messagesLateSince: z.string().exactOptional(),
  /** Only where something is wrong with the log of events. */
  log: z.array(logTroubleSchema).exactOptional(),
  /** Clocks that ran out and cannot be judged: the log says why; each is tried again within the hour. */
  clocksHeld: z.number().int(),
  readModels: z.strictObject({ rights: readModelSchema, lists: readModelSchema }),
  held: z.array(heldStreamSchema),
  /** The oldest hundred of each of its groups. */
  deadLetters: z.array(deadLetterSchema),
  /** All that could not be read; `notKept` are counted only, since so many were unsigned. */
  unreadable: z.strictObject({ count: z.number().int(), notKept: z.number().int() }),
});

/** `POST /<service>/operations/rebuild`: one of the two; each has its own progress. */
export const rebuildBody = z.strictObject({ readModel: z.enum(READ_MODELS) });

/** `POST /<service>/operations/redrive`: one parked stream, or all of them and the dead letters. */
export const redriveBody = z.strictObject({
  stream: z
    .string()
    .regex(/^[a-z]+\.[\x21-\x7e]{1,250}$/)
    .exactOptional(),
});
export const redrivenSchema = z.strictObject({
  streams: z.number().int(),
  deadLetters: z.number().int(),
});

export type Rebuild = z.infer<typeof rebuildSchema>;
export type HeldStream = z.infer<typeof heldStreamSchema>;
export type LogTrouble = z.infer<typeof logTroubleSchema>;
export type SufferingClock = z.infer<typeof sufferingClockSchema>;
export type Operations = z.infer<typeof operationsSchema>;
export type Redriven = z.infer<typeof redrivenSchema>;
