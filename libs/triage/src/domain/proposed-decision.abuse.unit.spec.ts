import { PETITION_KINDS } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification, play } from '@minh-bach/testing';
import fc from 'fast-check';
import {
  REGISTERED_AT,
  accept,
  classify,
  confirm,
  decline,
  giang,
  settle,
  take,
} from '../triage.fixture.ts';
import { petitionDecider, type PetitionCommand } from './petition.decider.ts';

const denunciation = take({ declaredKind: 'denunciation', gist: null });
const people = ['giang', 'lan', 'khanh'];
/** Anybody in any post, for themselves or as somebody's deputy. */
const actor: fc.Arbitrary<Actor> = fc
  .record({
    person: fc.constantFrom(...people),
    role: fc.constantFrom('classifier', 'head'),
    unit: fc.constantFrom('HQ-SM', 'KV-MH'),
    deputyFor: fc.option(fc.constantFrom(...people), { nil: null }),
  })
  .map(({ deputyFor, ...own }) => (deputyFor === null ? own : { ...own, deputyFor }));
const command: fc.Arbitrary<PetitionCommand> = fc.oneof(
  fc.constantFrom(...PETITION_KINDS).map((kind) => classify(kind, 'vì')),
  fc.constantFrom(confirm(), decline, settle(), accept()),
);
const moves = fc.array(fc.record({ command, actor }), { maxLength: 30 });
const story = fc
  .tuple(fc.boolean(), moves)
  .map(([declared, rest]) =>
    [
      { command: declared ? denunciation : take(), actor: giang },
      ...(declared ? [] : [{ command: classify('denunciation', 'Tố cáo'), actor: giang }]),
      ...rest,
    ].map((move) => ({ ...move, now: REGISTERED_AT })),
  );

describe('T28: a denunciation', () => {
  const aPetition = DeciderSpecification.for(petitionDecider, {
    actor: giang,
    now: REGISTERED_AT,
  });
  const asHead: Actor = { person: 'giang', role: 'head', unit: 'KV-MH', deputyFor: 'khanh' };

  it.each([
    ['declared', aPetition.after(denunciation)],
    ['found', aPetition.after(take(), classify('denunciation', 'Tố cáo'))],
  ])(
    'that was %s as one is no complaint by the word of one person, in whatever posts',
    (_, it_) => {
      const proposed = it_.and(classify('complaint', 'x'));
      expect(proposed.state).toMatchObject({ kind: 'denunciation' });
      for (const actor of [giang, asHead])
        proposed.when(confirm(), { actor }).thenRefused('SECOND_PERSON_NEEDED');
    },
  );

  it('becomes another kind or ends only by two persons, whatever is asked in whatever order', () => {
    fc.assert(
      fc.property(story, (asked) => {
        let proposer: string | undefined;
        for (const { events, before, after, actor: by } of play(petitionDecider, asked)) {
          for (const { type } of events)
            if (/^(Reclassification|Settlement)Proposed$/.test(type)) proposer = by.person;
          if (before.is === 'unknown' || after.is === 'unknown') continue;
          if (before.kind !== 'denunciation') continue;
          if (after.kind === 'denunciation' && after.is === before.is) continue;
          if (after.is === 'classified' && after.kind === 'denunciation') continue;
          expect(proposer).toBeDefined();
          expect(by.person).not.toBe(proposer);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps its gist shut for good, whatever it becomes', () => {
    fc.assert(
      fc.property(story, (asked) => {
        let denounced = false;
        for (const { after } of play(petitionDecider, asked)) {
          if (after.is === 'unknown') continue;
          denounced ||= after.kind === 'denunciation';
          if (denounced) expect(after.gist).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });
});
