import { describe, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import { CASE, PETITION, REGISTERED_AT, giang } from '../triage.fixture.ts';
import { caseNumberDecider } from './case-number.decider.ts';

const number = DeciderSpecification.for(caseNumberDecider, { actor: giang, now: REGISTERED_AT });
const reserve = (petition: string) => ({ case: CASE, petition });

describe('a case number', () => {
  it('is reserved for a petition', () => {
    number
      .given()
      .when(reserve(PETITION))
      .then({ type: 'CaseNumberReserved', data: { case: CASE, petition: PETITION } });
  });
  it('stays with its petition', () => {
    number.after(reserve(PETITION)).when(reserve(PETITION)).thenNothing();
  });
  it('is refused to another, who draws the next one', () => {
    number.after(reserve(PETITION)).when(reserve('D26-00000000-0')).thenRefused('NUMBER_TAKEN');
  });
});
