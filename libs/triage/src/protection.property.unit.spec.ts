import { PETITION_KINDS, type RespondentsFact } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import { describe, expect, it } from '@jest/globals';
import { evolveProtection, petitionsOf, struckNames, unprotected } from '@minh-bach/platform';
import { play, type Move } from '@minh-bach/testing';
import fc from 'fast-check';
import { petitionDecider, type PetitionCommand } from './domain/petition.decider.ts';
import type { TriageState } from './domain/petition.state.ts';
import {
  PETITION,
  accept,
  asProposed,
  classify,
  confirm,
  decline,
  giang,
  khanh,
  settle,
  take,
} from './triage.fixture.ts';

const hoa = { ...giang, person: 'hoa' };
const kind = fc.constantFrom(...PETITION_KINDS);
const unit = fc.option(fc.constantFrom('HQ-SM', 'HQ-DG', 'HQ-TT'));
const respondents: fc.Arbitrary<RespondentsFact> = fc.record({
  units: fc.subarray(['HQ-SM', 'HQ-DG', 'HQ-TT']),
  people: fc
    .subarray(['hung', 'lan'])
    .map((tags) => tags.map((tag) => ({ tag, on: '2025-01-06' }))),
});
const NOBODY = { respondentUnit: null, respondents: { units: [], people: [] } };
const named = fc.oneof(
  fc.constant(NOBODY),
  fc.record({ respondentUnit: unit }),
  fc.record({ respondentUnit: unit, respondents }),
);
const classification = fc
  .tuple(kind, fc.oneof(named, fc.constant({})))
  .map(([to, names]) => classify(to, 'Đọc kỹ', names));

const command: fc.Arbitrary<PetitionCommand> = fc.oneof(
  { weight: 4, arbitrary: classification },
  {
    weight: 2,
    arbitrary: named.map((names) => ({
      type: 'CorrectRespondents' as const,
      reason: 'Đọc kỹ',
      ...names,
    })),
  },
  fc.constantFrom<PetitionCommand>(
    ...[accept({ basis: asProposed }), settle(), confirm(), decline],
    {
      type: 'StrikeNames',
      struck: { units: [], people: [] },
      correctedBy: 'hoa',
      isOwn: false,
      reason: 'Nêu nhầm tên',
    },
  ),
);
const by = <Command>(command: Command) => ({
  command,
  now: '2026-11-20T02:00:00.000Z',
  actor: giang,
});
const story = fc
  .tuple(
    kind,
    named,
    fc.array(fc.tuple(command, fc.constantFrom(giang, khanh, hoa)), { maxLength: 12 }),
  )
  .map(([declaredKind, names, rest]): Move<PetitionCommand>[] => [
    by(take({ declaredKind, ...names })),
    ...rest.map(([asked, actor]) => ({ ...by(asked), actor })),
  ]);

const namesOf = (state: TriageState) => {
  if (state.is === 'unknown') return { units: [], people: [] };
  const { respondentUnit, respondents: others } = state;
  return {
    units: [...(respondentUnit === null ? [] : [respondentUnit]), ...others.units],
    people: others.people.map(({ tag }) => tag),
  };
};

/** What triage and every follower know after each step; a strike takes what the fold gives it. */
function* told(moves: readonly Move<PetitionCommand>[]) {
  const stream = `triage.petition-${PETITION}`;
  let [state, protection] = [petitionDecider.initialState, unprotected(PETITION)];
  let revision = 0;
  for (const { command: asked, ...by } of moves) {
    const struck = struckNames(protection);
    const move = { ...by, command: asked.type === 'StrikeNames' ? { ...asked, struck } : asked };
    const [step] = play({ ...petitionDecider, initialState: state }, [move]);
    for (const event of step!.events) {
      const metadata = { actor: move.actor, recordedAt: move.now, occurredAt: move.now };
      const recorded = {
        stream,
        event,
        metadata,
        revision: revision++,
      } as unknown as RecordedEvent;
      expect(petitionsOf(recorded)).toEqual([PETITION]);
      protection = evolveProtection(protection, recorded);
    }
    const before = state;
    state = step!.after;
    yield { before, state, protection, events: step!.events, by: move.actor.person };
  }
}

describe('T27: whom a petition names, after whatever was asked of it in whatever order', () => {
  it('triage knows nobody whom followers do not keep out by its last word', () => {
    fc.assert(
      fc.property(story, (moves) => {
        for (const { state, protection } of told(moves)) {
          const { units, people, everUnits, everPeople } = protection;
          const known = namesOf(state);
          expect(units ?? []).toEqual(expect.arrayContaining(known.units));
          expect(people ?? []).toEqual(expect.arrayContaining(known.people));
          expect(everUnits).toEqual(expect.arrayContaining([...(units ?? [])]));
          expect(everPeople).toEqual(expect.arrayContaining([...(people ?? [])]));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the unit of one classification stands no longer once another one names the next', () => {
    const open = take({ respondentUnit: null });
    const next = (respondentUnit: string) => classify('complaint', null, { respondentUnit });
    const steps = [...told([open, next('HQ-SM'), next('HQ-DG')].map(by))];
    expect(steps.at(-1)!.protection).toMatchObject({
      units: ['HQ-DG'],
      everUnits: ['HQ-SM', 'HQ-DG'],
    });
  });

  it('the first person who left a name away stays its remover, until a word or a proposal says that name again', () => {
    fc.assert(
      fc.property(story, (moves) => {
        const first = new Map<string, string>();
        for (const { before, state, events, by } of told(moves)) {
          if (state.is === 'unknown') continue;
          const [stood, says] = [namesOf(before), namesOf(state)].map((names) => [
            ...names.units,
            ...names.people,
          ]) as [string[], string[]];
          if (events.some(({ type }) => type === 'RespondentsCorrected')) {
            // While it names nobody, the unit that received it stands for the respondent.
            for (const name of stood.length > 0 ? stood : [state.unit])
              if (!first.has(name)) first.set(name, by);
          }
          for (const { type, data } of events)
            if (type === 'PetitionClassified' && stood.length === 0 && says.length > 0)
              if (!first.has(state.unit)) first.set(state.unit, data.proposedBy ?? by);
          for (const name of says) first.delete(name);
          for (const { type, data } of events)
            if (type === 'ReclassificationProposed') {
              const { respondentUnit, respondents = { units: [], people: [] } } = data.proposed;
              const tags = respondents.people.map(({ tag }) => tag);
              for (const name of [respondentUnit ?? '', ...respondents.units, ...tags])
                first.delete(name);
            }
          for (const { type, data } of events)
            if (type === 'NamesStruck')
              for (const name of [...data.struck.units, ...data.struck.people]) first.delete(name);
          for (const [name, remover] of first)
            expect([name, state.removedBy.get(name)?.person]).toEqual([name, remover]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('nobody is struck out whom triage still knows', () => {
    fc.assert(
      fc.property(story, (moves) => {
        for (const { state, events } of told(moves))
          for (const event of events) {
            if (event.type !== 'NamesStruck') continue;
            const { units, people } = namesOf(state);
            for (const one of event.data.struck.units) expect(units).not.toContain(one);
            for (const one of event.data.struck.people) expect(people).not.toContain(one);
          }
      }),
      { numRuns: 300 },
    );
  });
});
