import { describe, expect, it } from '@jest/globals';
import { bodyOf, findErrors, initialValues, shown } from './fields.ts';
import type { Field } from './fields.ts';

const say = (what: unknown) => String(what);

const fields: readonly Field[] = [
  { name: 'sender/name', kind: 'line', label: 'register.name', max: 5 },
  { name: 'sender/phone', kind: 'line', label: 'register.phone', max: 5, optional: true },
  { name: 'receivedOn', kind: 'date', label: 'register.receivedOn' },
  { name: 'kind', kind: 'choice', label: 'field.kind', options: [{ value: 'a', label: 'A' }] },
  {
    name: 'unit',
    kind: 'search',
    of: 'units',
    label: 'register.respondentUnit',
    options: [{ value: 'HQ-SM', label: 'Sông Mây' }],
    optional: true,
  },
  { name: 'signed', kind: 'check', label: 'register.signed' },
];

describe('fields as data', () => {
  it('become the body of a command', () => {
    const values = {
      'sender/name': ' An ',
      'sender/phone': '',
      receivedOn: '1/2/2026',
      kind: 'a',
      signed: true,
    };
    expect(findErrors(fields, values, say)).toEqual({});
    expect(bodyOf(fields, values)).toEqual({
      sender: { name: 'An', phone: null },
      receivedOn: '2026-02-01',
      kind: 'a',
      unit: null,
      signed: true,
    });
  });

  it('are asked for when nothing was typed', () => {
    expect(findErrors(fields, initialValues(fields), say)).toEqual({
      'sender/name': 'errors.required',
      receivedOn: 'errors.required',
      kind: 'errors.choose',
    });
  });

  it.each([
    [{ 'sender/name': 'An Bình' }, { 'sender/name': 'errors.tooLong' }],
    [{ 'sender/name': 'a\tb' }, { 'sender/name': 'errors.oneLine' }],
    [{ receivedOn: '31/02/2026' }, { receivedOn: 'errors.noSuchDay' }],
    [{ receivedOn: 'hôm qua' }, { receivedOn: 'errors.dateOf' }],
    [{ unit: 'Sông' }, { unit: 'errors.unmatched' }],
    [{ receivedOn: '01/01/2999' }, { receivedOn: 'errors.futureOf' }],
  ])('that cannot be sent so say why: %j', (typed, errors) => {
    const good = { 'sender/name': 'An', receivedOn: '01/02/2026', kind: 'a' };
    expect(findErrors(fields, { ...good, ...typed } as Record<string, string>, say)).toEqual(
      errors,
    );
  });

  it('name people once a unit, a day and a person are chosen', () => {
    const people: Field = {
      name: 'respondents/people',
      kind: 'people',
      label: 'field.respondentPeople',
      units: [],
      most: 20,
      optional: true,
    };
    const row = { unit: 'HQ-SM', on: '2/11/2026', person: 'binh', name: 'Bình' };
    const errors = (rows: readonly object[]) =>
      findErrors([people], { [people.name]: JSON.stringify(rows) }, say);
    for (const half of [{ on: '' }, { on: '31/02/2026' }, { on: '01/01/2999' }, { person: '' }])
      expect(errors([row, { ...row, ...half }])).toEqual({ [people.name]: 'errors.people' });
    const empty = { unit: '', on: '', person: '', name: '' };
    expect(errors([row, empty])).toEqual({});
    const values = { [people.name]: JSON.stringify([row, empty]) };
    expect(bodyOf([people], values)).toEqual({
      respondents: { people: [{ person: 'binh', on: '2026-11-02' }] },
    });
    expect(bodyOf([people], {})).toEqual({ respondents: { people: [] } });
  });

  it('are shown as the form showed them', () => {
    const [line, phone, date, choice, , check] = fields;
    if (!line || !phone || !date || !choice || !check) throw new Error('five fields');
    expect(shown(line, ' An ', say)).toBe('An');
    expect(shown(phone, '', say)).toBe('conflict.nothing');
    expect(shown(date, '1.2.26', say)).toBe('01/02/2026');
    expect(shown(choice, 'a', say)).toBe('A');
    expect(shown(check, true, say)).toBe('common.yes');
  });
});
