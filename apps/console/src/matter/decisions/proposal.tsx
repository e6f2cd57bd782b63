import type { TriageMatter } from '../../api/types.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';
import classes from './decisions.module.css';

/** What the engine proposes, with reason and source; a person decides. */
export function ProposalBox({ proposal }: { proposal: NonNullable<TriageMatter['proposal']> }) {
  const say = useSay();
  const both = useBoth();
  const { outcomes, law, reason, warnings, jurisdiction } = proposal;
  return (
    <div className={classes.proposal}>
      {outcomes.length === 0 ? (
        <p className={classes.outcome}>{say('panel.noProposal')}</p>
      ) : (
        <>
          <p className={classes.proposalTitle}>{say('panel.proposal')}</p>
          <p className={classes.outcome}>{outcomes.map(({ name }) => both(name)).join('; ')}</p>
          <p>{both(reason)}</p>
          <p className={classes.source}>{say('panel.proposalBy', { law })}</p>
        </>
      )}
      {jurisdiction && (
        <p className={classes.source}>
          {say('panel.competent', { title: jurisdiction.title })}
          {jurisdiction.unit && `, ${both(jurisdiction.unit.name)}`} ({jurisdiction.law})
        </p>
      )}
      {warnings.length > 0 && (
        <div className={classes.warnings}>
          <strong>{say('panel.warnings')}</strong>
          <ul>
            {warnings.map((warning) => (
              <li key={warning.vi}>{both(warning)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
