import { common } from './common.ts';
import { visitors } from './visitors.ts';
import { writing } from './writing.ts';

/** Plain text and plain holes only, so that visitors load no parser of messages. */
export const vi = { ...common, ...visitors, ...writing };

export type PublicMessages = Record<keyof typeof vi, string>;
