export { ProblemCatalogue } from './catalogue.ts';
export { fieldError, InvalidInput } from './invalid-input.ts';
export { PROBLEM_JSON, type FieldError, type Problem } from './problem.ts';

export { SAME_AS_NOT_FOUND } from './internal-codes.ts';
