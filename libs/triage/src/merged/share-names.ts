import { randomUUID } from 'node:crypto';
import { respondentsTold, type RespondentsFact } from '@minh-bach/contracts';
import {
  ownerOf,
  readStream,
  type Asked,
  type CommandOutcome,
  type ServiceRuntime,
} from '@minh-bach/platform';
import type { PetitionEvent } from '../domain/petition.events.ts';
import type { Taken, TriageState } from '../domain/petition.state.ts';
import { NOBODY, unitsIn, type Named } from '../domain/respondents.ts';
import { petitions } from '../petition-stream.ts';
import { refuseNames } from '../refuse-names.ts';
import { unlessNamesRefused } from './call-along.ts';
import { stateNow } from './let-go.ts';

type By = Pick<Asked, 'service' | 'context'>;

/** Where no reason was given. */
const ADDED = 'Bổ sung người, đơn vị bị tố cáo.';

/**
 * Petitions that were merged until one was called a denunciation: a person named in one of them is kept from all.
 * Names that a command adds to one are added to the others. A call adds to each all names that any of them ever
 * had. Names are only added here; each petition strikes out its own. The same command sent again does the rest.
 */
export async function shareNames(
  by: By,
  done: CommandOutcome<TriageState, PetitionEvent>,
  said?: string | null,
): Promise<CommandOutcome<TriageState, PetitionEvent>> {
  const number = ownerOf(done.stream);
  const events = done.events.map(({ event }) => event);
  const reason = said ?? ADDED;
  if (events.some(isCall)) await joinNames(by, number, reason);
  else {
    const names = namesIn(events);
    if (names.units.length + names.people.length > 0) {
      const [, ...others] = await calledTogether(by.service, number);
      for (const other of others) await addNames(by, other, names, reason);
    }
  }
  return done;
}

/**
 * Each gets all names that any of them ever had and nobody struck out.
 *
 * @param which what is struck out of one of them stays so, unless it is called again
 */
export async function joinNames(
  by: By,
  number: string,
  reason: string,
  which: 'all' | 'never-had' = 'all',
): Promise<void> {
  const together = await calledTogether(by.service, number);
  if (together.length < 2) return;
  const named = await Promise.all(together.map((one) => everNamed(by, one)));
  const had = new Map(named.map(({ ever }, i) => [together[i]!, ever]));
  const all = {
    units: [...new Set(named.flatMap(({ units }) => units))],
    people: onceEach(named.flatMap(({ people }) => people)),
  };
  for (const one of together) {
    const names = which === 'all' ? all : without(all, had.get(one)!);
    await addNames(by, one, names, reason);
  }
}

/** This one first. @param andMerged those that are merged now, too: a call has not come to them yet */
export async function calledTogether(
  service: ServiceRuntime,
  number: string,
  { andMerged = false } = {},
): Promise<Taken[]> {
  const first = await stateNow(service, number);
  const found = new Map(first && [[number, first]]);
  const called = (one: Taken, other: string) => one.calledWith.includes(other);
  const merged = (one: Taken, other: string) => andMerged && one.mergedInto === other;
  for (const [one, it] of found)
    for (const other of new Set([...it.calledWith, ...it.everHeld, it.mergedInto ?? one])) {
      if (found.has(other)) continue;
      const that = await stateNow(service, other);
      if (!that) continue;
      const isTied =
        called(it, other) || called(that, one) || merged(it, other) || merged(that, one);
      if (isTied) found.set(other, that);
    }
  return [...found.values()];
}

async function everNamed(
  { service }: By,
  { petition }: Taken,
): Promise<RespondentsFact & { readonly ever: RespondentsFact }> {
  const { infrastructure, registry, shield } = service;
  const stream = petitions.nameOf(petition);
  const events = await readStream<PetitionEvent>(infrastructure.store, registry, stream);
  const ever = namesIn(events.map(({ event }) => event));
  const { everUnits, everPeople } = await shield.protectionOf(petition);
  return {
    ever,
    units: ever.units.filter((unit) => everUnits.includes(unit)),
    people: ever.people.filter(({ tag }) => everPeople.includes(tag)),
  };
}

const without = (all: RespondentsFact, those: RespondentsFact): RespondentsFact => ({
  units: all.units.filter((unit) => !those.units.includes(unit)),
  people: all.people.filter(({ tag }) => !those.people.some((one) => one.tag === tag)),
});

/** Nothing is added to a petition that was never called a denunciation: the new names would tell of the other. */
async function addNames(
  { service, context }: By,
  { petition, everDenunciation }: Taken,
  names: RespondentsFact,
  reason: string,
): Promise<void> {
  if (!everDenunciation) return;
  const { everUnits, everPeople } = await service.shield.protectionOf(petition);
  const missing = {
    units: names.units.filter((unit) => !everUnits.includes(unit)),
    people: names.people.filter(({ tag }) => !everPeople.includes(tag)),
  };
  if (missing.units.length + missing.people.length === 0) return;
  const { ifMatch: _, ...unseen } = context;
  const added = service.run({
    decider: petitions.decider,
    stream: petitions.nameOf(petition),
    command: { type: 'AddNames', names: missing, reason },
    context: { ...unseen, commandId: randomUUID() },
    beforeDecision: async ({ state }) => {
      if (state.is === 'unknown') return;
      const { respondentUnit, respondents: before } = state;
      const respondents = {
        units: [...before.units, ...missing.units],
        people: [...before.people, ...missing.people],
      };
      await refuseNames(service, state, { respondentUnit, respondents }, context.actor);
    },
  });
  await unlessNamesRefused(added, () => undefined);
}

export const isCall = (event: PetitionEvent): boolean =>
  event.type === 'PetitionClassified' &&
  event.data.kind === 'denunciation' &&
  event.data.before !== 'denunciation';

const WORDS = ['PetitionTaken', 'PetitionClassified', 'RespondentsCorrected'] as const;
type Word = Extract<PetitionEvent, { type: (typeof WORDS)[number] }>;
const isWord = (event: PetitionEvent): event is Word => WORDS.some((type) => type === event.type);

function namesIn(events: readonly PetitionEvent[]): RespondentsFact {
  const named = events.flatMap((event): Named[] => {
    if (event.type === 'ReclassificationProposed') return [event.data.proposed];
    return isWord(event) ? [event.data] : [];
  });
  return respondentsTold({
    units: [...new Set(named.flatMap((one) => unitsIn(one)))],
    people: onceEach(named.flatMap(({ respondents }) => (respondents ?? NOBODY).people)),
  });
}

const onceEach = (people: RespondentsFact['people']): RespondentsFact['people'] => [
  ...new Map(people.map((one) => [one.tag, one])).values(),
];
