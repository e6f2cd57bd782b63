import type { RecordedEvent } from '@minh-bach/kernel';
import { ownerOf } from '../commands/read-stream.ts';
import {
  EVERYBODY,
  MOST_HELD,
  factsOf,
  type Facts,
  type NamingFacts,
  type StruckNames,
} from './followed-facts.ts';
import { isPetitionNumber } from './numbers.ts';

export { EVERYBODY, type NamingFacts, type StruckNames } from './followed-facts.ts';

/**
 * What the events of a petition say of whom it must be kept from. Each service folds it from the log
 * itself, so that protection waits for no message: docs/adr/0031.
 */
export interface Protection {
  readonly petition: string;
  /** Declared or found to be a denunciation once. It stays one, whatever it is called later. */
  readonly isDenunciation: boolean;
  /** The unit that received it. */
  readonly unit: string | null;
  /** The respondents by the last word on them; `null` before the first one. People by their tags. */
  readonly units: readonly string[] | null;
  readonly people: readonly string[] | null;
  /** The one of the units whose decision or act it is about: none; or `null` before triage said it. */
  readonly about: readonly string[] | null;
  /**
   * Everybody who was ever named, in a proposal, too, and the unit that received it where it was a denunciation that named
   * nobody. A correction adds to them and takes nobody away, before a second person strikes names out.
   */
  readonly everUnits: readonly string[];
  readonly everPeople: readonly string[];
  /** Every unit that it had named when its case was opened; `null` before. What one person adds later is not in here. */
  readonly openedAbout: readonly string[] | null;
  /** Of the last word: the unit that a classification added, until a later one names another. */
  readonly addedUnit: string | null;
  /**
   * Up to this revision the whole deciding stream is in here; -1 before the first. Behind a revision that
   * was not handed over it stands still, so that what is missing is read from the log.
   */
  readonly decidedUpTo: number;
}

/** Streams that say it, beside a service's own. They are named after the petition. */
export const PROTECTING_STREAMS = ['intake.petition-', 'triage.petition-'] as const;
/** Where it may change after the petition was registered. */
const [REGISTERS, DECIDES] = PROTECTING_STREAMS;
export const decidingStreamOf = (petition: string): string => `${DECIDES}${petition}`;

/** Tells the case its respondent unit, and nothing of other names. */
const CASE_BEGINS = 'PetitionAccepted';
const CLASSIFIES = 'PetitionClassified';

/** The registration. What intake learns later, triage said: it speaks for itself. */
const REGISTRATION = 0;

/** What intake's stream holds after the registration. */
export const saysNothing = ({ stream, revision }: Pick<RecordedEvent, 'stream' | 'revision'>) =>
  stream.startsWith(REGISTERS) && revision > REGISTRATION;

/** The petitions that an event says something of. The stream of a petition speaks of that one alone. */
export function petitionsOf(recorded: RecordedEvent): string[] {
  const { stream, event } = recorded;
  const owner = ownerOf(stream);
  if (saysNothing(recorded)) return [];
  if (PROTECTING_STREAMS.some((start) => stream.startsWith(start)))
    return [owner].filter(isPetitionNumber);
  const { petition, petitions = [] } = factsOf(event);
  return [...new Set([owner, petition, ...petitions])].filter(isPetitionNumber);
}

export const unprotected = (petition: string): Protection => ({
  petition,
  isDenunciation: false,
  unit: null,
  units: null,
  people: null,
  about: null,
  everUnits: [],
  everPeople: [],
  openedAbout: null,
  addedUnit: null,
  decidedUpTo: -1,
});

function together(before: readonly string[], named: readonly string[]): readonly string[] {
  if (named.every((name) => before.includes(name))) return before;
  const all = [...new Set([...before, ...named])];
  return all.length > MOST_HELD ? [EVERYBODY] : all;
}

type Names = readonly string[] | null;
const more = (before: Names, named: Names): Names =>
  before === null || named === null ? (named ?? before) : together(before, named);

const listed = (unit: string | null | undefined): readonly string[] => (unit ? [unit] : []);
const namedBy = ({ respondentUnit, respondents }: NamingFacts) => ({
  units: [...new Set([...listed(respondentUnit), ...(respondents?.units ?? [])])],
  people: (respondents?.people ?? []).map(({ tag }) => tag),
});

/** To fold an event again changes nothing: a row may be brought up to date from its stream. */
export function evolveProtection(before: Protection, recorded: RecordedEvent): Protection {
  const { stream, revision, event } = recorded;
  const decides = stream === decidingStreamOf(before.petition);
  if (decides && revision <= before.decidedUpTo) return before;
  const facts = factsOf(event);
  const { respondentUnit } = facts;
  const kinds = [facts.declaredKind, facts.kind, facts.before];
  const after = {
    ...before,
    about: decides && respondentUnit !== undefined ? listed(respondentUnit) : before.about,
    decidedUpTo: decides && revision === before.decidedUpTo + 1 ? revision : before.decidedUpTo,
    isDenunciation: before.isDenunciation || kinds.includes('denunciation'),
    unit: before.unit ?? facts.unit ?? facts.competentUnit ?? null,
  };
  if (!decides) return keepReceiver(telling(after, facts));
  if (event.type === CASE_BEGINS) return opening(keepReceiver(telling(after, facts)));
  if (event.type === CLASSIFIES) return keepReceiver(adding(after, facts));
  return keepReceiver(striking(naming(proposing(after, facts), facts), facts));
}

/**
 * Whom a proposal names is kept out from then on, as if it were said: nobody judges whether they are named.
 * It is no last word, and a proposal that is declined, or that a correction overtakes, opens it to nobody.
 */
function proposing(before: Protection, { proposed }: Facts): Protection {
  if (proposed === undefined) return before;
  const { everUnits, everPeople } = naming(before, { respondentUnit: null, ...proposed });
  return { ...before, everUnits, everPeople };
}

/** The last word on whom it names, where these facts hold one. */
export function naming(before: Protection, facts: NamingFacts): Protection {
  if (facts.respondentUnit === undefined && facts.respondents === undefined) return before;
  const { units, people } = namedBy(facts);
  return {
    ...before,
    ...{ units, people, addedUnit: null },
    everUnits: together(before.everUnits, units),
    everPeople: together(before.everPeople, people),
  };
}

const without = (names: readonly string[], struck: readonly string[]) => {
  const out = new Set(struck);
  return names.filter((name) => !out.has(name));
};

function striking(before: Protection, { struck }: Facts): Protection {
  if (struck === undefined) return before;
  const everUnits = without(before.everUnits, struck.units);
  return { ...before, everUnits, everPeople: without(before.everPeople, struck.people) };
}

/** Whom a second person may strike out: named once, and not by the last word. Nobody where it names nobody. */
export function struckNames(protection: Protection): StruckNames {
  const { units, people, everUnits, everPeople } = protection;
  if (isRespondentUnknown(protection)) return { units: [], people: [] };
  const last = (names: readonly string[] | null) => [...(names ?? []), EVERYBODY];
  return { units: without(everUnits, last(units)), people: without(everPeople, last(people)) };
}

/**
 * A classification names what was not named before: what it leaves out stands as it did. Of what stood
 * it replaces the unit alone that an earlier classification added.
 */
function adding(before: Protection, facts: NamingFacts): Protection {
  const after = naming(before, facts);
  const unit = facts.respondentUnit ?? null;
  const others = without(before.units ?? [], [before.addedUnit ?? '']);
  const also = facts.respondents?.units ?? [];
  const added = unit ?? before.addedUnit;
  return {
    ...after,
    units: more(unit === null ? before.units : others, after.units),
    people: more(before.people, after.people),
    addedUnit: added !== null && [...others, ...also].includes(added) ? null : added,
  };
}

/**
 * Other streams, and the event by which a case begins, tell what was true when they were told: the last
 * word only where there is none yet.
 */
function telling(before: Protection, facts: NamingFacts): Protection {
  const { units, people, addedUnit } = before;
  const after = naming(before, facts);
  return units === null ? after : { ...after, units, people, addedUnit };
}

const opening = (after: Protection): Protection => ({
  ...after,
  openedAbout: after.openedAbout ?? after.everUnits,
});

/** A later name of another unit does not open it to the heads of the unit that received it. */
function keepReceiver(after: Protection): Protection {
  const { isDenunciation, unit, everUnits } = after;
  if (!isDenunciation || unit === null || !isRespondentUnknown(after)) return after;
  return { ...after, everUnits: together(everUnits, [unit]) };
}

/** Nobody is named: the heads of the unit that received it are taken for possible respondents. */
export const isRespondentUnknown = ({ units, people }: Protection): boolean =>
  (units ?? []).length + (people ?? []).length === 0;
