import type { DecisionProposed } from '../../api/types.ts';
import type { Say } from '../../i18n/language.tsx';

/** As part of a sentence: who proposes or confirms it stands before. */
export const decisionInWords = (decision: DecisionProposed, say: Say): string =>
  decision.what === 'struck-names'
    ? say('decision.struckNames')
    : decision.what === 'settlement'
      ? say(`decision.${decision.outcome}`)
      : say('decision.kind', { kind: say(`kind.${decision.kind}`).toLowerCase() });
