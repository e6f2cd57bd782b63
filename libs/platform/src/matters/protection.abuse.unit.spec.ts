import type { RecordedEvent } from '@minh-bach/kernel';
import { describe, expect, it } from '@jest/globals';
import { evolveProtection, petitionsOf, unprotected } from './protection.ts';

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
