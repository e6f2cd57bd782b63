import { petitionNumberSchema, respondentsSchema } from '@minh-bach/contracts';
import { MAX_FOLLOWED_BYTES, decodeFollowed, type RecordedEvent } from '@minh-bach/kernel';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  EVERYBODY,
  evolveProtection,
  petitionsOf,
  struckNames,
  unprotected,
} from './protection.ts';
import { PETITION, event, followed, inStream } from './protection.fixture.ts';

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

describe('T26: numbers of petitions in followed streams', () => {
  it.each(['D26-', 'D26-1', 'D26-x y', `${PETITION}-more`, `D26-${'9'.repeat(500)}-1`, 'D26-1\0'])(
    'are whole numbers: %j is none',
    (number) => {
      for (const kind of ['intake.petition', 'triage.petition', 'demo.case'])
        expect(petitionsOf(inStream(`${kind}-${number}`, {}))).toEqual([]);
      const said = inStream('demo.case-V26-00000001-1', { petition: number, petitions: [number] });
      expect(petitionsOf(said)).toEqual([]);
    },
  );

  it('are all that commands make', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^D\d{2}-\d{8}-\d$/), (number) => {
        expect(petitionNumberSchema.parse(number)).toBe(number);
        expect(petitionsOf(inStream(`intake.petition-${number}`, {}))).toEqual([number]);
      }),
    );
  });
});

describe('T26: names in followed events', () => {
  const tag = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
  const unitId = fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,39}$/);
  const lists = fc.record({
    units: fc.array(unitId, { maxLength: 60, size: 'max' }),
    people: fc.array(tag, { maxLength: 60, size: 'max' }),
  });
  const named = ({ units, people }: { units: string[]; people: string[] }) => ({
    kind: 'denunciation',
    unit: 'HQ-SM',
    respondents: { units, people: people.map((one) => ({ tag: one, on: '2025-01-06' })) },
  });

  it('are taken where a command takes them, and where there are more, nobody less is kept out', () => {
    fc.assert(
      fc.property(lists, fc.option(unitId), (asked, respondentUnit) => {
        const { everUnits, everPeople } = followed(event({ ...named(asked), respondentUnit }));
        const kept = (list: readonly string[], one: string) =>
          list.includes(one) || list.includes(EVERYBODY);
        const units = [...asked.units, ...(respondentUnit === null ? [] : [respondentUnit])];
        for (const one of units) expect(kept(everUnits, one)).toBe(true);
        for (const one of asked.people) expect(kept(everPeople, one)).toBe(true);
        const people = asked.people.map(() => ({ person: 'hung', on: '2025-01-06' }));
        if (!respondentsSchema.safeParse({ units: asked.units, people }).success) return;
        expect([...everUnits, ...everPeople]).not.toContain(EVERYBODY);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    { unit: 'HQ\0SM' },
    { unit: 'x'.repeat(100_000) },
    { respondentUnit: '\0' },
    { respondentUnit: 'A'.repeat(41) },
    { respondents: { units: ['HQ-DG\0'], people: [] } },
    { respondents: { units: [], people: [{ tag: 'h\0' }] } },
    { respondents: { units: [], people: [{ tag: 'h'.repeat(61) }] } },
    { respondents: { units: [EVERYBODY], people: [{ tag: EVERYBODY }] } },
  ])('that no command makes are as if they were not said', (data) => {
    expect(followed(event(data))).toMatchObject({
      unit: null,
      units: null,
      everUnits: [],
      everPeople: [],
    });
  });

  it('that are too many are held as everybody, and nobody strikes that out', () => {
    const many = Array.from({ length: 9000 }, (_, i) => `U${i}`);
    const all = named({ units: many, people: many });
    const whole = followed(
      event(all),
      event({ ...all, respondents: { units: ['A'], people: [] } }, 1),
    );
    expect(whole).toMatchObject({ everUnits: [EVERYBODY, 'A'], everPeople: [EVERYBODY] });
    expect(struckNames(whole)).toEqual({ units: [], people: [] });
    const struck = event({ struck: { units: [EVERYBODY], people: [EVERYBODY] } }, 2);
    expect(evolveProtection(whole, struck)).toMatchObject({ everUnits: [EVERYBODY, 'A'] });
  });

  it('are everybody, too, where many events together make too many: no row grows without end', () => {
    let grown = unprotected(PETITION);
    for (let n = 0; n < 200; n += 1) {
      const units = Array.from({ length: 40 }, (_, i) => `HQ-${n}-${i}`);
      const people = units.map((unit) => ({ tag: unit }));
      grown = evolveProtection(grown, event({ respondents: { units, people } }, n));
      expect(grown.everUnits.length).toBeLessThanOrEqual(2_000);
    }
    expect(grown.everUnits).toContain(EVERYBODY);
    expect(grown.everPeople).toContain(EVERYBODY);
    expect(grown.units).toHaveLength(40);
  });

  it.each([
    { struck: { units: ['HQ-DG', ...Array.from({ length: 250_000 }, () => 'A')], people: [] } },
    { struck: { units: [], people: ['hung', ...Array.from({ length: 2_000 }, () => 'a')] } },
  ])('strike out nobody where they are more than a row holds', (data) => {
    const before = followed(event(named({ units: ['HQ-DG'], people: ['hung'] })));
    expect(evolveProtection(before, event(data, 1))).toEqual({ ...before, decidedUpTo: 1 });
  });

  it('can be struck out, however many corrections named them', () => {
    const rounds = Array.from({ length: 10 }, (_, i) =>
      named({ units: Array.from({ length: 20 }, (__, j) => `U${i}-${j}`), people: [] }),
    );
    const before = followed(...rounds.map((data, i) => event(data, i)));
    expect(before.everUnits).toHaveLength(200);
    const after = evolveProtection(before, event({ struck: struckNames(before) }, 10));
    expect(after.everUnits).toEqual(before.units);
  });
});

describe('T8, T26: an event of another service that is too large to be read', () => {
  const large = (data: object) => Buffer.from(JSON.stringify(data));
  const read = (data: Uint8Array, revision: number, stream = `triage.petition-${PETITION}`) =>
    ({
      stream,
      revision,
      ...decodeFollowed('X', data, Buffer.from('{}')),
    }) as unknown as RecordedEvent;
  const heavy = large({ struck: { units: ['A'.repeat(MAX_FOLLOWED_BYTES)], people: [] } });
  const KEPT = { isDenunciation: true, everUnits: [EVERYBODY], everPeople: [EVERYBODY] };

  it.each(['triage', 'intake'])('keeps the petition from everybody, for good: %s', (service) => {
    const closed = followed(read(heavy, 0, `${service}.petition-${PETITION}`));
    expect(closed).toMatchObject(KEPT);
    const struck = { units: [EVERYBODY], people: [EVERYBODY] };
    const later = { kind: 'complaint', respondents: { units: [], people: [] }, struck };
    expect(evolveProtection(closed, read(large(later), 1))).toMatchObject(KEPT);
  });

  it('is not parsed', () => {
    const parse = jest.spyOn(JSON, 'parse');
    read(heavy, 0);
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });
});
