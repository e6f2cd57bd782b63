import { checkCalendar } from './check-calendar.ts';
import { checkDeadlines } from './check-deadlines.ts';
import calendarJson from './calendar.json' with { type: 'json' };
import deadlinesJson from './deadlines.json' with { type: 'json' };
import sourcesJson from './sources.json' with { type: 'json' };
import { loadPart } from './load.ts';
import type { PackPart } from './load.ts';
import { calendarPack, deadlinePack, sourcePack } from './schema.ts';
import type { CalendarPack, DeadlineRule } from './schema.ts';
import type { z } from 'zod';

const { meta, sources } = sourcePack.parse(sourcesJson);
const knownSources = new Set(Object.keys(sources));

export const deadlinePart: PackPart<z.infer<typeof deadlinePack>> = {
  file: 'deadlines.json',
  schema: deadlinePack,
  check: (pack) => checkDeadlines(pack, knownSources),
};

export const calendarPart: PackPart<CalendarPack> = {
  file: 'calendar.json',
  schema: calendarPack,
  check: (pack) => checkCalendar(pack, knownSources),
};

/** The day the pack was compiled. A changed value is a new pack, never a changed old one. */
export const packVersion: string = meta.compiled;

const deadlines = loadPart(deadlinePart, deadlinesJson);
export const calendarData: CalendarPack = loadPart(calendarPart, calendarJson);

/** Every deadline of the pack by id. */
export const deadlineRules: ReadonlyMap<string, DeadlineRule> = new Map(
  deadlines.rules.map((rule) => [rule.id, rule]),
);

/** What starts a period, in words. */
export const eventNames: Readonly<Record<string, { vi: string; en: string }>> = deadlines.events;
