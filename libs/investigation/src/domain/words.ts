import { CASE_STATE_WORDS, type LocalizedText } from '@minh-bach/contracts';
import type { Received } from './case.state.ts';

export const STATE_WORDS: Readonly<Record<Received['is'], LocalizedText>> = CASE_STATE_WORDS;
