import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@minh-bach/kernel';
import { evolveProtection, petitionsOf, struckNames, unprotected } from './protection.ts';
import { PETITION, event, followed, inStream } from './protection.fixture.ts';

it('T1: knows what it was handed no further than the first revision that is missing', () => {
  const first = evolveProtection(unprotected(PETITION), event({ kind: 'complaint' }));
  const missed = evolveProtection(first, event({ unit: 'HQ-SM' }, 2));
  expect(missed.decidedUpTo).toBe(0);
  const read = [event({ kind: 'denunciation' }, 1), event({ unit: 'HQ-SM' }, 2)];
  expect(read.reduce(evolveProtection, missed)).toMatchObject({
    isDenunciation: true,
    decidedUpTo: 2,
  });
});

describe('T27: whom a petition names, as its events give the last word', () => {
  const person = (tag: string) => ({ tag, on: '2025-01-06' });
  const fold = (...events: readonly [type: string, data: object][]) =>
    events.reduce(
      (before, [type, data], revision) =>
        evolveProtection(before, {
          ...event(data, revision),
          event: { type, data },
        } as unknown as RecordedEvent),
      unprotected(PETITION),
    );
  const taken = [
    'PetitionTaken',
    {
      unit: 'HQ-SM',
      kind: 'complaint',
      respondentUnit: 'HQ-SM',
      respondents: { units: ['HQ-DG'], people: [person('hung')] },
    },
  ] as const;
  const NAMED = { units: ['HQ-SM', 'HQ-DG'], people: ['hung'] };

  it.each([
    ['waits', []],
    ['was declined', [['ReclassificationDeclined', { proposed: { kind: 'complaint' } }]]],
  ] as const)('a proposal that %s is no last word, and whom it names stays kept out', (_, then) => {
    const names = { respondentUnit: 'HQ-TT', respondents: { units: [], people: [person('lan')] } };
    const proposed = ['ReclassificationProposed', { proposed: { kind: 'complaint', ...names } }];
    const before = fold(taken as never);
    const after = fold(taken as never, proposed as never, ...(then as unknown as never[]));
    expect(after).toMatchObject({ ...NAMED, isDenunciation: before.isDenunciation });
    expect(after.everUnits).toEqual([...before.everUnits, 'HQ-TT']);
    expect(after.everPeople).toEqual([...before.everPeople, 'lan']);
  });

  it.each(['HQ-SM', 'HQ-XX', null])(
    'accepting it names nobody else and nobody less: %s',
    (unit) => {
      const after = fold(taken as never, ['PetitionAccepted', { respondentUnit: unit }]);
      expect(after).toMatchObject(NAMED);
      expect(struckNames(after).people).toEqual([]);
    },
  );

  it('accepting a former denunciation shuts out no more heads of the unit that received it', () => {
    const denounced = [
      'PetitionTaken',
      { ...taken[1], kind: 'denunciation', respondentUnit: null },
    ];
    const before = fold(denounced as never);
    const after = fold(denounced as never, ['PetitionAccepted', { respondentUnit: null }]);
    expect({ ...after, respondentUnit: null, decidedUpTo: 0 }).toEqual({
      ...before,
      respondentUnit: null,
      openedAbout: ['HQ-DG'],
    });
    expect(after.everUnits).toEqual(['HQ-DG']);
  });

  it('what is named after its case was opened is not what it was opened about', () => {
    const after = fold(
      taken as never,
      ['PetitionAccepted', { respondentUnit: NAMED.units[0] }],
      ['RespondentsCorrected', { respondentUnit: 'HQ-TT', respondents: { units: [], people: [] } }],
    );
    expect(after.everUnits).toContain('HQ-TT');
    expect(after.openedAbout).toEqual(NAMED.units);
  });

  it('a classification that names a unit leaves people as they were', () => {
    const after = fold(taken as never, ['PetitionClassified', { respondentUnit: 'HQ-TT' }]);
    expect(after).toMatchObject({ units: [...NAMED.units, 'HQ-TT'], people: ['hung'] });
  });

  it('a later classification replaces the unit that an earlier one added, and no other', () => {
    const open = ['PetitionTaken', { unit: 'HQ-SM', kind: 'complaint', respondentUnit: null }];
    const said = (unit: string) => ['PetitionClassified', { respondentUnit: unit }] as never;
    const twice = fold(open as never, said('HQ-TT'), said('HQ-DG'));
    expect(twice).toMatchObject({ units: ['HQ-DG'], everUnits: ['HQ-TT', 'HQ-DG'] });
    expect(fold(taken as never, said('HQ-SM'), said('HQ-TT'), said('HQ-XX'))).toMatchObject({
      units: [...NAMED.units, 'HQ-XX'],
      people: ['hung'],
    });
    const corrected = ['RespondentsCorrected', { respondentUnit: 'HQ-TT' }] as never;
    expect(fold(open as never, said('HQ-TT'), corrected, said('HQ-DG'))).toMatchObject({
      units: ['HQ-TT', 'HQ-DG'],
    });
  });

  it('a classification that names people alone leaves the unit as it was', () => {
    const people = { respondents: { units: [], people: [person('lan')] } };
    const after = fold(taken as never, ['PetitionClassified', people]);
    expect(after).toMatchObject({ units: NAMED.units, people: ['hung', 'lan'] });
  });

  it('a correction is the last word, and takes nobody away', () => {
    const after = fold(taken as never, ['RespondentsCorrected', { respondentUnit: 'HQ-TT' }]);
    expect(after).toMatchObject({ units: ['HQ-TT'], people: [], everPeople: ['hung'] });
  });

  it.each(['intake', 'triage'])(
    'the stream of one petition of %s speaks of no other',
    (service) => {
      const other = {
        petition: PETITION,
        petitions: ['D26-00000009-9'],
        declaredKind: 'denunciation',
      };
      const stream = `${service}.petition-D26-00000002-2`;
      expect(petitionsOf({ ...event(other), stream })).toEqual(['D26-00000002-2']);
    },
  );
});

describe('T8, T27: what the account of reception may say of a petition', () => {
  const stream = `intake.petition-${PETITION}`;
  const registered = { declaredKind: 'complaint', unit: 'HQ-SM', respondentUnit: 'HQ-DG' };

  it('is what it registered', () => {
    expect(followed(inStream(stream, registered))).toMatchObject({
      isDenunciation: false,
      unit: 'HQ-SM',
      units: ['HQ-DG'],
    });
  });

  it.each([
    { kind: 'denunciation' },
    { declaredKind: 'denunciation' },
    { before: 'denunciation' },
    { respondentUnit: 'HQ-TT' },
    { respondents: { units: ['HQ-TT'], people: [{ tag: 'hung' }] } },
    { unit: 'HQ-TT', struck: { units: ['HQ-DG'], people: [] } },
  ])('is nothing that comes later: %j', (later) => {
    const before = followed(inStream(stream, registered));
    expect(followed(inStream(stream, registered), inStream(stream, later, 1))).toEqual(before);
    expect(followed(inStream(stream, later, 7))).toEqual(unprotected(PETITION));
  });
});
