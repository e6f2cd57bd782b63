import { type EventOf, z } from '@minh-bach/kernel';
import { words } from './localized.ts';
import { roleSchema, type Role } from './roles.ts';
import { storedEvent } from './stored-event.ts';
import { instantSchema, personIdSchema, unitIdSchema } from './vocabulary.ts';

export const ALARMS = [
  'several-powers',
  'new-account-opened-identity',
  'last-of-duty-ended',
  'many-called-denunciations',
  'unit-moved',
] as const;

/**
 * In lists and figures beside those, as their own streams say: a denunciation that nobody may handle, many
 * registrations, many corrections of others that one person declined, and many merged petitions.
 */
export const ALARM_KINDS = [
  ...ALARMS,
  'nobody-handles',
  'many-registered',
  'many-declined-corrections',
  'many-merged',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** Duties that a unit must not lose unnoticed: without any of them its matters stand still, or unwatched. */
export const WATCHED_DUTIES = [
  'auditor',
  'denunciation-officer',
  'classifier',
  'head',
  'receiver',
  'verifier',
  'clerk',
] as const satisfies readonly Role[];

/** One administrator ends the rights of so many people alone in a day. The next takes a second one. */
export const ENDED_ALONE_A_DAY = 3;

/**
 * One person calls so many petitions denunciations within 24 hours without an alarm. Each call closes a
 * petition to the heads of its unit for ever, so that none is refused. A desk finds one or two in a day.
 */
export const CALLED_A_DAY = 5;
export const CALLS_COUNT_MS = 24 * 60 * 60_000;

/**
 * One person declines so many corrections of receipt dates that others proposed, within 24 hours, without an
 * alarm: a date that stays wrong keeps a warning away. An office has few in a month.
 */
export const DECLINED_A_DAY = 2;

/** One person merges so many petitions within 24 hours without an alarm: what is merged has no answer of its own. */
export const MERGED_A_DAY = 10;

/**
 * Each so many petitions that one person registers in a day are an alarm: junk hides what is real. A desk
 * has forty.
 */
export const REGISTERED_AN_ALARM = 100;

/** So long an account counts as new, from the first identity that it opens. */
export const NEW_ACCOUNT_MS = 24 * 60 * 60_000;

/** What a new account opens within so long of the opening before is one alarm with it. */
export const OPENINGS_APART_MS = 60 * 60_000;

/**
 * What is allowed, and worth a second look: a fact beside the event that it is about. Of new accounts and of
 * many calls only earlier versions recorded it. Now they are added up for each reader: what one person must
 * not know of shows to them neither by an alarm nor by its absence.
 */
export const alarmRaised = storedEvent(
  'AlarmRaised',
  z.strictObject({
    alarm: z.enum(ALARMS),
    /** Whom it is about. Of a unit that was moved: nobody. */
    person: personIdSchema.exactOptional(),
    /** Of several powers: all that the person now holds. Of a last one: the duties that nobody has now. */
    roles: z.array(roleSchema).exactOptional(),
    /** Of a new account: its first opening, or since when the service knew it. No page shows it. */
    accountSince: instantSchema.exactOptional(),
    /** Of a last one: the unit in which nobody has the duties now. Of a unit with another above it: that one. */
    unit: unitIdSchema.exactOptional(),
    /** Of a new account: whose identity it opened. No page shows it: by it respondents are kept out. */
    matter: z.string().exactOptional(),
  }),
  {
    history: () => ({ summary: words('Cảnh báo an ninh.', 'A security alarm was raised.') }),
    // Version 2 has one more kind of alarm, and its unit; version 3 the matter; version 4 one more kind; version 5
    // one that is about no person.
    version: 5,
    upcasters: { 1: (data) => data, 2: (data) => data, 3: (data) => data, 4: (data) => data },
  },
);
export type AlarmRaised = EventOf<typeof alarmRaised>;
