import { caseNumber, petitionNumber, sealed, z } from '@minh-bach/kernel';

export const date = z.iso.date();
export const working = sealed('working', z.string());
export const version = z.number().int().positive();
export const instance = z.union([z.literal(1), z.literal(2)]);
/** What is told to others carries its case, since a translation sees one event. */
export const ofCase = { case: caseNumber(), petitions: z.array(petitionNumber()).min(1) };
/** Where the case stands, never what was found. */
export const told = (
  { case: number, petitions }: { case: string; petitions: string[] },
  on: string,
) => ({
  case: number,
  petitions,
  on,
});
