import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { matterQuery } from '../api/queries.ts';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { moment } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { ActionFormLater } from '../matter/decisions/action-form-later.tsx';
import { urgeActionOf } from '../matter/decisions/urge-action.ts';
import { UrgedParts } from '../matter/decisions/urged.tsx';
import { useSession } from '../session/session.tsx';
import classes from './notices.module.css';

/** What was asked of the unit and what it answered; and the form of another urging, in its place in the list. */
export function UrgeHere({ number, onClose }: { number: string; onClose: () => void }) {
  const say = useSay();
  const { me, post } = useSession();
  const queries = useQueryClient();
  const [recordedAt, setRecordedAt] = useState<string>();
  const { data: matter, error, refetch } = useQuery(matterQuery(number));
  if (error && !matter) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!matter) return <p>{say('common.loading')}</p>;
  const action = post ? urgeActionOf({ person: me.person, post, matter }) : undefined;
  const done = async () => {
    setRecordedAt(new Date().toISOString());
    await queries.invalidateQueries({ queryKey: ['matter', number] });
    void queries.invalidateQueries({ queryKey: ['notices'] });
  };
  return (
    <div className={classes.urge}>
      {recordedAt !== undefined && (
        <Notice
          tone="done"
          role="status"
          title={say('notices.urged', { time: moment(recordedAt).time })}
        />
      )}
      <UrgedParts matter={matter} />
      {action && recordedAt === undefined ? (
        <ActionFormLater
          action={action}
          matter={matter}
          current={matter}
          number={number}
          onDone={() => void done()}
          onCancel={onClose}
        />
      ) : (
        <>
          {recordedAt === undefined && <p>{say('notices.cannotUrge')}</p>}
          <p className={classes.actions}>
            <Link to="/ho-so/$number" params={{ number }}>
              {say('notices.openMatter')}
            </Link>
            <Button variant="subtle" onClick={onClose}>
              {say('keys.close')}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}
