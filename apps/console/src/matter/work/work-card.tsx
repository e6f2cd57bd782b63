import { mayOpenFiles } from '@minh-bach/contracts/browser';
import { Link } from '@tanstack/react-router';
import type { CaseMatter } from '../../api/types.ts';
import { Card, Facts } from '../../components/page.tsx';
import { dayMonthYear } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.tsx';
import classes from '../matter.module.css';
import { FILE_INDEX } from '../file-index/entries.ts';
import { Draft } from './draft.tsx';
import { Piece } from './piece.tsx';

/** Explanations, evidence and conclusions of a case. */
export function WorkCard({ investigation }: { investigation: CaseMatter }) {
  const say = useSay();
  const { me, post } = useSession();
  const { assignee, instance, explanations, evidence, drafts } = investigation;
  const opens =
    post !== undefined && mayOpenFiles({ person: me.person, post, matter: { investigation } });
  const shown = { number: investigation.case, opens };
  const [latest, ...older] = drafts.toSorted((a, b) => b.version - a.version);
  return (
    <Card title={say('matter.work')}>
      <Facts
        rows={[
          [say('matter.assignee'), assignee?.name ?? say('list.nobody')],
          [say('matter.instance'), say(instance === 2 ? 'matter.instance2' : 'matter.instance1')],
        ]}
      />
      {latest && <Draft draft={latest} />}
      {older.length > 0 && (
        <details className={classes.older}>
          <summary>{say('matter.olderDrafts', { n: older.length })}</summary>
          {older.map((draft) => (
            <Draft key={draft.version} draft={draft} />
          ))}
        </details>
      )}
      {explanations.length > 0 && <h3 className={classes.subhead}>{say('matter.explanations')}</h3>}
      {explanations.map((one) => (
        <Piece
          key={one.item}
          title={say('matter.explanationOf', {
            name: one.givenBy ?? '…',
            date: dayMonthYear(one.givenOn),
          })}
          recorded={one}
          {...shown}
        />
      ))}
      {evidence.length > 0 && <h3 className={classes.subhead}>{say('matter.evidence')}</h3>}
      {evidence.map((one) => (
        <Piece
          key={one.item}
          title={one.title ?? say('matter.erased')}
          meta={[
            say('matter.evidenceOn', { date: dayMonthYear(one.obtainedOn) }),
            ...(one.source === null ? [] : [one.source]),
          ].join(' · ')}
          recorded={one}
          {...shown}
        />
      ))}
      {explanations.length + evidence.length > 0 && (
        <p className={classes.index}>
          <Link to="/ho-so/$number/muc-luc" params={{ number: investigation.case }}>
            {say(FILE_INDEX)}
          </Link>
        </p>
      )}
    </Card>
  );
}
