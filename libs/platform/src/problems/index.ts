export type { ProblemEntry, Problems } from '@minh-bach/contracts';
export { ProblemCatalogue } from './catalogue.ts';
export { fieldError, InvalidInput } from './invalid-input.ts';
export { PROBLEM_JSON, type FieldError, type Problem } from './problem.ts';
export { words, type LocalizedText } from './words.ts';
