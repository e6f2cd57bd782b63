import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { historyQuery } from '../api/queries.ts';
import type { Service } from '../api/types.ts';
import { timeAndDate } from '../i18n/dates.ts';
import { useBoth, useLanguage, useSay } from '../i18n/language.tsx';
import { Changes } from '../matter/timeline/changes.tsx';
import classes from './forms.module.css';

interface Props {
  readonly problem: Problem;
  readonly service: Service;
  readonly number: string;
  /** What was typed here, in the words of the form. */
  readonly mine: readonly (readonly [string, string])[];
  readonly onAgain: () => void;
  /** Where what was judged is no longer there: it has to be read before it is judged. */
  readonly onReread: () => void;
  readonly onDrop: () => void;
}

/** Someone was quicker: who, when and what; the text typed here stays in the form below. */
export function ConflictPanel({ problem, service, number, mine, ...props }: Props) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const { language } = useLanguage();
  const { since = [], actualVersion } = problem.body;
  const told = problem.body[language];
  return (
    <div ref={box} className={classes.conflict} tabIndex={-1} role="alert">
      {actualVersion !== undefined && (
        <>
          <p className={classes.conflictTitle}>{told.title}</p>
          <p>{told.detail}</p>
        </>
      )}
      {since.length === 0 && <p className={classes.conflictTitle}>{say('conflict.changed')}</p>}
      {since.map(({ revision, name, at }) => (
        <p key={revision} className={classes.conflictTitle}>
          {say('conflict.who', { name, time: timeAndDate(at, say) })}
        </p>
      ))}
      {seen && (
        <Difference
          service={service}
          number={number}
          revisions={since.map(({ revision }) => revision)}
          mine={mine}
        />
      )}
      <div className={classes.buttons}>
        {!seen && actualVersion === undefined && (
          <Button variant="default" onClick={() => setSeen(true)}>
            {say('conflict.diff')}
          </Button>
        )}
        {actualVersion === undefined ? (
          <Button variant="default" onClick={props.onAgain}>
            {say('conflict.again')}
          </Button>
        ) : (
          <Button variant="default" onClick={props.onReread}>
            {say('conflict.read', { version: actualVersion })}
          </Button>
        )}
        <Button variant="subtle" onClick={props.onDrop}>
          {say('conflict.drop')}
        </Button>
      </div>
    </div>
  );
}

function Difference({
  service,
  number,
  revisions,
  mine,
}: Pick<Props, 'service' | 'number' | 'mine'> & { revisions: readonly number[] }) {
  const say = useSay();
  const both = useBoth();
  const { data } = useQuery({ ...historyQuery(number), staleTime: 0, refetchOnMount: 'always' });
  const theirs = (data?.entries ?? []).filter(
    (entry) => entry.service === service && revisions.includes(entry.revision),
  );
  return (
    <div className={classes.columns}>
      <div>
        <h3>{say('conflict.theirs')}</h3>
        {theirs.map((entry) => (
          <div key={entry.eventId}>
            <p>{both(entry.summary)}</p>
            <Changes changes={entry.changes} />
          </div>
        ))}
      </div>
      <div>
        <h3>{say('conflict.mine')}</h3>
        <dl>
          {mine.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
