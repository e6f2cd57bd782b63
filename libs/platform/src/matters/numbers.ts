import { caseNumberSchema, petitionNumberSchema } from '@minh-bach/contracts';

/** Whole numbers alone: what follows streams of other services takes nothing that merely begins like one. */
export const isPetitionNumber = (text: string | undefined): text is string =>
  petitionNumberSchema.safeParse(text).success;

export const isMatterNumber = (text: string | undefined): text is string =>
  isPetitionNumber(text) || caseNumberSchema.safeParse(text).success;
