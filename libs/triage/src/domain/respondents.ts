import {
  respondentsTold,
  type Acting,
  type Refusal,
  type RespondentsFact,
} from '@minh-bach/contracts';
import type { ClassifyPetition } from './petition.commands.ts';
import type { PetitionEvent } from './petition.events.ts';
import type { Taken } from './petition.state.ts';

/** What a classification adds to what is known of the respondents. */
export interface NewlyNamed {
  readonly respondentUnit?: string;
  readonly respondents?: RespondentsFact;
}

export interface Named {
  readonly respondentUnit?: string | null;
  readonly respondents?: RespondentsFact;
}

export const NOBODY: RespondentsFact = { units: [], people: [] };

export const isSomebody = ({ respondentUnit, respondents = NOBODY }: Named): boolean =>
  Boolean(respondentUnit) || respondents.units.length + respondents.people.length > 0;

const keyOf = ({ respondentUnit, respondents = NOBODY }: Named): string =>
  JSON.stringify([
    respondentUnit ?? null,
    [...respondents.units].sort(),
    respondents.people.map(({ tag, on }) => `${tag} ${on}`).sort(),
  ]);

export const sameRespondents = (one: Named, other: Named): boolean => keyOf(one) === keyOf(other);

/** A classification may name people: it never says that it is about nobody. Such fields say nothing. */
export const toldBy = ({
  respondentUnit,
  respondents,
}: Pick<ClassifyPetition, 'respondentUnit' | 'respondents'>): NewlyNamed =>
  isSomebody({ respondentUnit: respondentUnit ?? null, respondents: respondents ?? NOBODY })
    ? { ...(respondentUnit ? { respondentUnit } : {}), ...(respondents ? { respondents } : {}) }
    : {};

/** Who is named, where this classification is the first or another word on it. */
export function newlyNamed(
  state: Taken,
  command: ClassifyPetition,
  refuse: Refusal<'RESPONDENT_REGISTERED'>,
): NewlyNamed | undefined {
  const { respondentUnit, respondents } = toldBy(command);
  if (respondentUnit === undefined && respondents === undefined) return undefined;
  const unit = respondentUnit ?? state.respondentUnit;
  const named = {
    ...(unit === null ? {} : { respondentUnit: unit }),
    ...(respondents === undefined ? {} : { respondents }),
  };
  if (sameRespondents(state, { respondents: state.respondents, ...named })) return undefined;
  if (state.respondentRegistered) throw refuse('RESPONDENT_REGISTERED');
  return named;
}

export const unitsIn = ({ respondentUnit, respondents = NOBODY }: Named): string[] => [
  ...(respondentUnit ? [respondentUnit] : []),
  ...respondents.units,
];

const namesIn = (named: Named): string[] => [
  ...unitsIn(named),
  ...(named.respondents ?? NOBODY).people.map(({ tag }) => tag),
];

type Removed = ReadonlyMap<string, Acting>;

/** Whom it names, and who took out whom. */
export type KnownNames = Pick<Taken, 'unit' | 'respondentUnit' | 'respondents' | 'removedBy'>;

/** @param by the person who stands for what the event says */
export function namesAfter(
  known: KnownNames,
  event: PetitionEvent,
  by: Acting,
): Omit<KnownNames, 'unit'> {
  const { respondentUnit, respondents, removedBy } = known;
  const was = { respondentUnit, respondents, removedBy };
  if (event.type === 'PetitionClassified')
    return {
      respondentUnit: event.data.respondentUnit ?? respondentUnit,
      respondents: event.data.respondents ?? respondents,
      removedBy: named(known, event.data, by),
    };
  if (event.type === 'ReclassificationProposed')
    return { ...was, removedBy: proposedAgain(known, event.data.proposed) };
  if (event.type === 'RespondentsCorrected') {
    const { respondentUnit: unit, respondents: people = NOBODY } = event.data;
    return {
      respondentUnit: unit,
      respondents: people,
      removedBy: removed(known, event.data, by),
    };
  }
  if (event.type === 'NamesStruck')
    return { ...was, removedBy: forgotten(removedBy, event.data.struck) };
  return was;
}

const without = (removedBy: Removed, names: readonly string[]): Removed =>
  new Map([...removedBy].filter(([name]) => !names.includes(name)));

/**
 * The unit that received it is taken for the one complained of, while no unit is named: the first word that
 * names a unit takes that one out. So does a word that names people alone where nobody was named.
 */
export function receiverOut(before: KnownNames, now: Named): string[] {
  if (unitsIn(before).length > 0) return [];
  return unitsIn(now).length > 0 || !isSomebody(before) ? [before.unit] : [];
}

/**
 * Who took which names out: the first who left a name away stays, until another word names it again. A
 * word that names nobody does not: it keeps the unit that received it out, but does not say its name.
 */
function removed(before: KnownNames, now: Named, by: Acting): Removed {
  return out(before, [...namesIn(before), ...receiverOut(before, now)], now, by);
}

/** A classification leaves away no name: the unit that received it alone, where it named none. */
const named = (before: KnownNames, now: Named, by: Acting): Removed =>
  isSomebody(now) ? out(before, receiverOut(before, now), now, by) : before.removedBy;

function out({ removedBy }: KnownNames, names: readonly string[], now: Named, by: Acting): Removed {
  const gone = names.map((name) => [name, by] as const);
  return without(new Map([...gone, ...removedBy]), namesIn(now));
}

/** All units that it ever named, and the one that received it once a word takes that one out. */
export const everUnitsAfter = (before: Taken, now: Named): readonly string[] => [
  ...new Set([
    ...before.everUnits,
    ...unitsIn(now),
    ...(isSomebody(now) ? receiverOut(before, now) : []),
  ]),
];

/** What a proposal names again waits for no second person to strike it out. */
const proposedAgain = ({ removedBy }: KnownNames, now: Named): Removed =>
  without(removedBy, namesIn(now));

/** Nor are names that two persons struck out. */
const forgotten = (
  removedBy: Removed,
  { units, people }: { readonly units: readonly string[]; readonly people: readonly string[] },
): Removed => without(removedBy, [...units, ...people]);

/** More than any command names at once: a longer word would keep it from everybody. */
const MOST_ADDED = 20;
const MOST_SAID = 50;

/**
 * Words that add these names to the last one. What is too much for one word falls out of it, and stays on
 * record of those who were ever named.
 */
export function withAdded(
  { respondentUnit, respondents: { units, people } }: Taken,
  names: RespondentsFact,
): { readonly respondentUnit: string | null; readonly respondents: RespondentsFact }[] {
  const known = new Set(namesIn({ respondentUnit, respondents: { units, people } }));
  const newUnits = names.units.filter((unit) => !known.has(unit));
  const newPeople = names.people.filter(({ tag }) => !known.has(tag));
  const words = Math.ceil(Math.max(newUnits.length, newPeople.length) / MOST_ADDED);
  return Array.from({ length: words }, (_, n) => {
    const upTo = (n + 1) * MOST_ADDED;
    const latest = <T>(added: readonly T[], before: readonly T[]) =>
      [...added.slice(0, upTo).reverse(), ...before].slice(0, MOST_SAID);
    const all = { units: latest(newUnits, units), people: latest(newPeople, people) };
    // Who was meant stands sealed where it was said.
    return { respondentUnit, respondents: respondentsTold(all) };
  });
}
