import { KIND_WORDS, type LocalizedText } from '@minh-bach/contracts/browser';
import type { DecisionProposed } from '../../api/types.ts';
import type { Say } from '../../i18n/language.tsx';

/** As part of a sentence: who proposes or confirms it stands before. */
export const decisionInWords = (
  decision: DecisionProposed,
  say: Say,
  both: (text: LocalizedText) => string,
): string =>
  decision.what === 'struck-names'
    ? say('decision.struckNames')
    : decision.what === 'settlement'
      ? say(`decision.${decision.outcome}`)
      : say('decision.kind', { kind: both(KIND_WORDS[decision.kind]).toLowerCase() });
