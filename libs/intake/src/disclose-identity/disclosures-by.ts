/**
 * By person, not by post: who holds two posts has one hour. What a deputy opens counts in the head's hour,
 * too: all deputies of a head share it.
 */
export const disclosuresBy = (person: string): string => `intake.disclosures-by-${person}`;
