import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { describeBy } from '@minh-bach/contracts';
import { registryOf } from '@minh-bach/platform';
import type { GoldenEvent } from '@minh-bach/testing';
import { triageService } from './triage.service.ts';

const golden = JSON.parse(
  readFileSync(new URL('events.golden.json', import.meta.url), 'utf8'),
) as GoldenEvent[];
const registry = registryOf(triageService);
const names = { person: (id: string) => id, unit: (id: string) => ({ vi: id, en: id }) };

/** What an acceptance that is stored in this version says of the conditions. */
function conditionsOf(version: number) {
  const [stored] = golden
    .filter(({ type }) => type === 'PetitionAccepted')
    .map(({ type, data, metadata }) =>
      registry.decode(type, Buffer.from(data), Buffer.from(metadata)),
    )
    .filter(({ metadata }) => metadata.schemaVersion === version);
  const recorded = { ...stored!, id: '', stream: '', revision: 0, position: '' };
  return describeBy(triageService.events)(recorded, names, false).changes?.find(
    ({ label }) => label.en === 'Conditions of acceptance',
  )?.value;
}

it('an acceptance tells that a person confirmed its conditions, and never so where that was not recorded', () => {
  expect(conditionsOf(1)).toMatchObject({ en: 'Not recorded at acceptance' });
  expect(conditionsOf(2)).toMatchObject({
    en: expect.stringMatching(/^Confirmed by the person who decided/),
  });
});
