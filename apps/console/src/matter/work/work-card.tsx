import type { CaseMatter } from '../../api/types.ts';
import { Card, Facts, Written } from '../../components/page.tsx';
import { dayMonthYear } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import classes from '../matter.module.css';
import { Draft } from './draft.tsx';

/** Explanations, evidence and conclusions of a case. */
export function WorkCard({ investigation }: { investigation: CaseMatter }) {
  const say = useSay();
  const { assignee, instance, explanations, evidence, drafts } = investigation;
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
      {explanations.map(({ at, givenBy, givenOn, text }) => (
        <Piece
          key={at}
          title={say('matter.explanationOf', { name: givenBy ?? '…', date: dayMonthYear(givenOn) })}
          text={text}
        />
      ))}
      {evidence.length > 0 && <h3 className={classes.subhead}>{say('matter.evidence')}</h3>}
      {evidence.map(({ at, title, obtainedOn, text }) => (
        <Piece
          key={at}
          title={title ?? say('matter.erased')}
          meta={say('matter.evidenceOn', { date: dayMonthYear(obtainedOn) })}
          text={text}
        />
      ))}
    </Card>
  );
}

function Piece({ title, meta, text }: { title: string; meta?: string; text: string | null }) {
  const say = useSay();
  return (
    <div className={classes.piece}>
      <p className={classes.pieceTitle}>{title}</p>
      {meta !== undefined && <p className={classes.barMeta}>{meta}</p>}
      <Written>{text ?? say('matter.erased')}</Written>
    </div>
  );
}
