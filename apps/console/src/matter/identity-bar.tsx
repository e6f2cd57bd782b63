import { KIND_WORDS } from '@minh-bach/contracts/browser';
import type { Matter } from '../api/types.ts';
import { DueDate } from '../components/due-date.tsx';
import { PageTitle } from '../components/page.tsx';
import { useBoth, useSay } from '../i18n/language.tsx';
import { clocksOf } from './clocks.ts';
import { standingOf } from './standing.ts';
import classes from './matter.module.css';

/** What it is, by the number that it was opened with, where it stands, until when; never who sent it. */
export function IdentityBar({ number, matter }: { number: string; matter: Matter }) {
  const say = useSay();
  const both = useBoth();
  const { intake, triage, investigation, response } = matter;
  const [due] = clocksOf(matter);
  const kind = triage?.kind ?? investigation?.kind ?? intake?.declaredKind;
  const state = standingOf(matter);
  const gist = intake?.gist ?? triage?.gist ?? investigation?.gist;
  const caseNumber = investigation?.case ?? triage?.case ?? response?.case;
  const byCase = number === caseNumber;
  const petition = intake?.number ?? triage?.number ?? investigation?.petitions[0];
  return (
    <div className={classes.bar}>
      <div className={classes.barText}>
        <p className={classes.barMeta}>
          {kind && <span>{both(KIND_WORDS[kind])}</span>}
          {byCase
            ? petition && <span>{say('matter.petitionOf', { number: petition })}</span>
            : caseNumber && <span>{say('matter.case', { number: caseNumber })}</span>}
        </p>
        <PageTitle title={say(byCase ? 'matter.case' : 'matter.title', { number })} />
        {gist != null && <p className={classes.gist}>{gist}</p>}
        {state && <p className={classes.state}>{both(state)}</p>}
      </div>
      {due && <DueDate due={due} named />}
    </div>
  );
}
