import { useDeferredValue } from 'react';

/**
 * Whether an answer is there. What it brings is then drawn piece by piece, so that a slow phone stays
 * quick to touch; a later answer shows at once.
 */
export const useArrived = (answer: unknown): boolean =>
  useDeferredValue(answer !== undefined) && answer !== undefined;
