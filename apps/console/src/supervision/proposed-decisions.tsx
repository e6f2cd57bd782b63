import type { ProposedDecisions as Page } from '../api/types.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { decisionInWords } from '../matter/decisions/decision-in-words.ts';
import { WeekOfSteps } from './week-of-steps.tsx';
import { weeklyQuery } from './weekly-query.ts';

/** Denunciations that somebody would have as something else, or end. */
export function ProposedDecisions({ week }: { week: string }) {
  const say = useSay();
  const both = useBoth();
  return (
    <WeekOfSteps
      query={weeklyQuery<Page['items'][number]>('triage', 'proposed-decisions', week)}
      words="proposedDecisions"
      stepInWords={({ step, decision }) =>
        say(`proposedDecisions.${step}`, { what: decisionInWords(decision, say, both) })
      }
    />
  );
}
