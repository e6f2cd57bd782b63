import { z, type RecordedEvent } from '@minh-bach/kernel';
import { ownerOf } from '../commands/read-stream.ts';

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
  /** The one of them whose decision or act it is about; not in rows, since it keeps nobody out. */
  readonly respondentUnit?: string | null;
  /**
   * Everybody who was ever named, and the unit that received it where it was a denunciation that named
   * nobody. A correction adds to them and takes nobody away, before a second person strikes names out.
   */
  readonly everUnits: readonly string[];
  readonly everPeople: readonly string[];
  /** The last revision of the deciding stream that is in here; -1 before the first. */
  readonly decidedUpTo: number;
}

/** Streams that say it, beside a service's own. They are named after the petition. */
export const PROTECTING_STREAMS = ['intake.petition-', 'triage.petition-'] as const;
/** Where it may change after the petition was registered. */
const DECIDES = PROTECTING_STREAMS[1];
export const decidingStreamOf = (petition: string): string => `${DECIDES}${petition}`;

/** Tells the case its respondent unit, and nothing of other names. */
const CASE_BEGINS = 'PetitionAccepted';
const CLASSIFIES = 'PetitionClassified';

/** Fields that mean the same in every service and in every version of an event. */
interface Facts {
  readonly petition?: string;
  readonly petitions?: readonly string[];
  readonly declaredKind?: string;
  readonly kind?: string;
  readonly before?: string;
  readonly unit?: string;
  readonly competentUnit?: string;
  readonly respondentUnit?: string | null;
  readonly respondents?: Respondents;
  readonly struck?: StruckNames;
}
export type NamingFacts = Pick<Facts, 'respondentUnit' | 'respondents'>;
/** People by their tags. */
export interface StruckNames {
  readonly units: readonly string[];
  readonly people: readonly string[];
}
interface Respondents {
  readonly units: readonly string[];
  readonly people: readonly { readonly tag: string }[];
}

const names = z.array(z.string());
/** What has another shape is as if it were not said: whoever wrote it could have left it out as well. */
const said = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const factsSchema = z
  .object({
    petition: said(z.string()),
    petitions: said(names),
    declaredKind: said(z.string()),
    kind: said(z.string()),
    before: said(z.string()),
    unit: said(z.string()),
    competentUnit: said(z.string()),
    respondentUnit: said(z.string().nullable()),
    respondents: said(z.object({ units: names, people: z.array(z.object({ tag: z.string() })) })),
    struck: said(z.object({ units: names, people: names })),
  })
  .catch({});
const factsOf = ({ data }: RecordedEvent['event']) => factsSchema.parse(data) as Facts;

const PETITION = /^D\d{2}-/;

const PETITION_STREAM = new RegExp(`^(?:${PROTECTING_STREAMS.join('|').replaceAll('.', '\\.')})`);

/** The petitions that an event says something of. The stream of a petition speaks of that one alone. */
export function petitionsOf({ stream, event }: RecordedEvent): string[] {
  if (PETITION_STREAM.test(stream))
    return [ownerOf(stream)].filter((owner) => PETITION.test(owner));
  const { petition, petitions = [] } = factsOf(event);
  return [...new Set([ownerOf(stream), petition, ...petitions])].filter(
    (number) => number !== undefined && PETITION.test(number),
  ) as string[];
}

export const unprotected = (petition: string): Protection => ({
  petition,
  isDenunciation: false,
  unit: null,
  units: null,
  people: null,
  everUnits: [],
  everPeople: [],
  decidedUpTo: -1,
});

const together = (before: readonly string[], named: readonly string[]): readonly string[] =>
  named.every((name) => before.includes(name)) ? before : [...new Set([...before, ...named])];

const namedBy = ({ respondentUnit, respondents }: NamingFacts) => ({
  units: [...new Set([...(respondentUnit ? [respondentUnit] : []), ...(respondents?.units ?? [])])],
  people: (respondents?.people ?? []).map(({ tag }) => tag),
});

/** To fold an event again changes nothing: a row may be brought up to date from its stream. */
export function evolveProtection(before: Protection, recorded: RecordedEvent): Protection {
  const { stream, revision, event } = recorded;
  const decides = stream === decidingStreamOf(before.petition);
  const facts = factsOf(event);
  const { respondentUnit } = facts;
  // Rows do not hold it, so it is read again from the whole stream.
  const about = decides && respondentUnit !== undefined ? { respondentUnit } : {};
  if (decides && revision <= before.decidedUpTo) return { ...before, ...about };
  const kinds = [facts.declaredKind, facts.kind, facts.before];
  const after = {
    ...before,
    ...about,
    decidedUpTo: decides ? revision : before.decidedUpTo,
    isDenunciation: before.isDenunciation || kinds.includes('denunciation'),
    unit: before.unit ?? facts.unit ?? facts.competentUnit ?? null,
  };
  if (!decides || event.type === CASE_BEGINS) return keepReceiver(telling(after, facts));
  if (event.type === CLASSIFIES) return keepReceiver(adding(after, facts));
  return keepReceiver(striking(naming(after, facts), facts));
}

/** The last word on whom it names, where these facts hold one. */
export function naming(before: Protection, facts: NamingFacts): Protection {
  if (facts.respondentUnit === undefined && facts.respondents === undefined) return before;
  const { units, people } = namedBy(facts);
  return {
    ...before,
    ...{ units, people },
    everUnits: together(before.everUnits, units),
    everPeople: together(before.everPeople, people),
  };
}

const without = (names: readonly string[], struck: readonly string[]) =>
  names.filter((name) => !struck.includes(name));

function striking(before: Protection, { struck }: Facts): Protection {
  if (struck === undefined) return before;
  const everUnits = without(before.everUnits, struck.units);
  return { ...before, everUnits, everPeople: without(before.everPeople, struck.people) };
}

/** Whom a second person may strike out: named once, and not by the last word. Nobody where it names nobody. */
export function struckNames(protection: Protection): StruckNames {
  const { units, people, everUnits, everPeople } = protection;
  if (isRespondentUnknown(protection)) return { units: [], people: [] };
  return { units: without(everUnits, units ?? []), people: without(everPeople, people ?? []) };
}

/** A classification names what was not named before: what it leaves out stands as it did. */
function adding(before: Protection, facts: NamingFacts): Protection {
  const after = naming(before, facts);
  const { units, people } = before;
  if (units === null || facts.respondents !== undefined) return after;
  return { ...after, units: together(units, after.units ?? []), people };
}

/**
 * Other streams, and the event by which a case begins, tell what was true when they were told: the last
 * word only where there is none yet.
 */
function telling(before: Protection, facts: NamingFacts): Protection {
  const { units, people } = before;
  const after = naming(before, facts);
  return units === null ? after : { ...after, units, people };
}

/** A later name of another unit does not open it to the heads of the unit that received it. */
function keepReceiver(after: Protection): Protection {
  const { isDenunciation, unit, everUnits } = after;
  if (!isDenunciation || unit === null || !isRespondentUnknown(after)) return after;
  return { ...after, everUnits: together(everUnits, [unit]) };
}

/** Nobody is named: the heads of the unit that received it are taken for possible respondents. */
export const isRespondentUnknown = ({ units, people }: Protection): boolean =>
  (units ?? []).length + (people ?? []).length === 0;
