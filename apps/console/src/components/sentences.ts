/** One line for each step of the count; an abbreviation such as `Đ.10` ends no sentence. */
export const sentences = (text: string): string[] =>
  text.split(/(?<=[^\s.]{2}[.)]|\d\.|\)\.)\s+(?=\p{Lu}\p{Ll}+[\s:])/u);
