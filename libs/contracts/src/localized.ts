/** What a person reads, in both languages. */
export interface LocalizedText {
  readonly vi: string;
  readonly en: string;
}

/** Vietnamese first. */
export const words = (vi: string, en: string): LocalizedText => ({ vi, en });
