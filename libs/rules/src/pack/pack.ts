import { checkCalendar } from './check-calendar.ts';
import { checkDeadlines } from './check-deadlines.ts';
import calendarJson from './calendar.json' with { type: 'json' };
import jurisdictionJson from './jurisdiction.json' with { type: 'json' };
import organisationJson from './organisation.json' with { type: 'json' };
import deadlinesJson from './deadlines.json' with { type: 'json' };
import triageJson from './triage.json' with { type: 'json' };
import { checkOrganisation } from './check-organisation.ts';
import { checkTriage } from './check-triage.ts';
import { knownSources } from './version.ts';
import { loadPart } from './load.ts';
import type { PackPart } from './load.ts';
import {
  calendarPack,
  deadlinePack,
  jurisdictionPackSchema,
  organisationPackSchema,
  triagePackSchema,
} from './schema.ts';
import type {
  CalendarPack,
  Consequence,
  DeadlineRule,
  JurisdictionPack,
  OrganisationPack,
  TriagePack,
} from './schema.ts';
import type { z } from 'zod';

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

export const triagePart: PackPart<TriagePack> = {
  file: 'triage.json',
  schema: triagePackSchema,
  check: checkTriage,
};

export const organisationPart: PackPart<OrganisationPack> = {
  file: 'organisation.json',
  schema: organisationPackSchema,
  check: checkOrganisation,
};

export const jurisdictionPart: PackPart<JurisdictionPack> = {
  file: 'jurisdiction.json',
  schema: jurisdictionPackSchema,
  check: () => [],
};

const deadlines = loadPart(deadlinePart, deadlinesJson);
export const calendarData: CalendarPack = loadPart(calendarPart, calendarJson);
export const triagePack: TriagePack = loadPart(triagePart, triageJson);
export const organisationPack: OrganisationPack = loadPart(organisationPart, organisationJson);
export const jurisdictionPack: JurisdictionPack = loadPart(jurisdictionPart, jurisdictionJson);

/** Every deadline of the pack by id. */
export const deadlineRules: ReadonlyMap<string, DeadlineRule> = new Map(
  deadlines.rules.map((rule) => [rule.id, rule]),
);

/** What starts a period, in words. */
export const eventNames: Readonly<Record<string, { vi: string; en: string }>> = deadlines.events;

/** What breaches lead to, by the code that `onBreach` names. */
export const consequences: Readonly<Record<string, Consequence>> = deadlines.consequences;
