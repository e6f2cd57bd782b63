import { randomUUID } from 'node:crypto';
import { respondentsTold, type RespondentsFact } from '@minh-bach/contracts';
import { ownerOf, readStream, type Asked, type CommandOutcome } from '@minh-bach/platform';
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
      const [, ...others] = await calledTogether(by, number);
      for (const other of others) await addNames(by, other, names, reason);
    }
  }
  return done;
}

/** Each gets all names that any of them ever had and nobody struck out. */
export async function joinNames(by: By, number: string, reason: string): Promise<void> {
  const together = await calledTogether(by, number);
  if (together.length < 2) return;
  const named = await Promise.all(together.map((one) => everNamed(by, one)));
  const all = {
    units: [...new Set(named.flatMap(({ units }) => units))],
    people: onceEach(named.flatMap(({ people }) => people)),
  };
  for (const one of together) await addNames(by, one, all, reason);
}

/** This one first. */
async function calledTogether({ service }: By, number: string): Promise<Taken[]> {
  const first = await stateNow(service, number);
  const found = new Map(first && [[number, first]]);
  for (const [one, { calledWith, everHeld }] of found)
    for (const other of new Set([...calledWith, ...everHeld])) {
      if (found.has(other)) continue;
      const state = await stateNow(service, other);
      const isTied = calledWith.includes(other) || state?.calledWith.includes(one);
      if (state && isTied) found.set(other, state);
    }
  return [...found.values()];
}

async function everNamed({ service }: By, { petition }: Taken): Promise<RespondentsFact> {
  const { infrastructure, registry, shield } = service;
  const stream = petitions.nameOf(petition);
  const events = await readStream<PetitionEvent>(infrastructure.store, registry, stream);
  const { units, people } = namesIn(events.map(({ event }) => event));
  const { everUnits, everPeople } = await shield.protectionOf(petition);
  return {
    units: units.filter((unit) => everUnits.includes(unit)),
    people: people.filter(({ tag }) => everPeople.includes(tag)),
  };
}

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

const isCall = (event: PetitionEvent): boolean =>
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
