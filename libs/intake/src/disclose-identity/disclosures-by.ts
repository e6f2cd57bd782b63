/** By person, not by post: who holds two posts has one hour. */
export const disclosuresBy = (person: string): string => `intake.disclosures-by-${person}`;
