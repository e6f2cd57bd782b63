import { expect, it } from '@jest/globals';
import { z } from '@minh-bach/kernel';
import { allParts } from './index.ts';

it('every event whose data hold a sealed file says which: an import of a backup asks for it', async () => {
  const holding: string[] = [];
  const saying: string[] = [];
  for (const { service } of await allParts())
    for (const { type, schema, meaning } of service.events) {
      const shape = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }));
      if (shape.includes('"contentSha256"')) holding.push(`${service.name} ${type}`);
      if (meaning.files) saying.push(`${service.name} ${type}`);
    }
  expect(holding).toEqual([
    'intake PetitionRegistered',
    'investigation ExplanationRecorded',
    'investigation EvidenceRecorded',
  ]);
  expect(saying).toEqual(holding);
});
