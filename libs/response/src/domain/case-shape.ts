import { caseNumber, owningUnit, petitionNumber, z } from '@minh-bach/kernel';

/** What is told to others carries its case, since a translation sees one event. */
export const caseShape = {
  case: caseNumber(),
  petitions: z.array(petitionNumber()).min(1),
  unit: owningUnit(),
};
