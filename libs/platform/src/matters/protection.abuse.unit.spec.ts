import type { RecordedEvent } from '@minh-bach/kernel';
import { describe, expect, it } from '@jest/globals';
import { evolveProtection, petitionsOf, struckNames, unprotected } from './protection.ts';

const PETITION = 'D26-00000001-1';
const event = (data: unknown, revision = 0) =>
  ({
    stream: `triage.petition-${PETITION}`,
    revision,
    event: { type: 'Anything', data },
  }) as unknown as RecordedEvent;

describe('T26: an event of another service whose fields have another shape', () => {
  it.each([
    null,
    [],
    'text',
    7,
    {},
    { petition: 7, petitions: 7, kind: [], before: {}, unit: 3 },
    { petitions: [7, null], respondentUnit: {}, respondents: 'x', struck: [] },
    { respondents: { units: 'HQ-SM', people: [{}] }, struck: { units: [1], people: null } },
  ])('says nothing and stops nobody: %j', (data) => {
    expect(petitionsOf(event(data))).toEqual([PETITION]);
    const before = evolveProtection(
      unprotected(PETITION),
      event({ kind: 'denunciation', unit: 'HQ-SM', respondentUnit: 'HQ-DG' }),
    );
    expect(evolveProtection(before, event(data, 1))).toEqual({ ...before, decidedUpTo: 1 });
  });

  it('takes back nothing that was said before, beside fields that can be read', () => {
    const after = evolveProtection(
      unprotected(PETITION),
      event({ kind: 'denunciation', unit: 'HQ-SM', respondents: 7 }),
    );
    expect(after).toMatchObject({ isDenunciation: true, everUnits: ['HQ-SM'] });
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
    });
    expect(after.everUnits).toEqual(['HQ-DG']);
  });

  it('a classification that names a unit leaves people as they were', () => {
    const after = fold(taken as never, ['PetitionClassified', { respondentUnit: 'HQ-TT' }]);
    expect(after).toMatchObject({ units: [...NAMED.units, 'HQ-TT'], people: ['hung'] });
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
