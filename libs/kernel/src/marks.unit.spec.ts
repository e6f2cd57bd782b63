import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { caseNumber, markedValues, owningUnit, petitionNumber } from './marks.ts';

const unitId = z.string().min(1);
const schema = z.strictObject({
  unit: z.string(),
  home: owningUnit(unitId),
  visited: unitId,
  petitions: z.array(petitionNumber()).exactOptional(),
  case: caseNumber().nullable(),
  about: z.strictObject({ number: petitionNumber(), unit: unitId }).nullable(),
});
const data = {
  unit: 'A',
  home: 'B',
  visited: 'C',
  petitions: ['D1', 'D2'],
  case: null,
  about: { number: 'D3', unit: 'D' },
};

describe('what a field means', () => {
  it('is what its event declares, and nothing that its name says', () => {
    expect(markedValues('owningUnit', schema, data)).toEqual(['B']);
  });

  it('is found in lists and in objects, and not where there is nothing', () => {
    expect(markedValues('petitionNumber', schema, data)).toEqual(['D1', 'D2', 'D3']);
    expect(markedValues('caseNumber', schema, data)).toEqual([]);
  });

  it('changes nothing of what fits the field', () => {
    expect(schema.safeParse({ ...data, home: '' }).success).toBe(false);
    expect(schema.parse(data)).toEqual(data);
  });
});
