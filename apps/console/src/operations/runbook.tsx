import { Card } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import classes from './operations.module.css';

/** Where the rows of what is parked lead. */
export const RUNBOOK = 'khi-luong-bi-dung';

/** The section of docs/operations.md, in the operator's language and beside what it is about. */
export function Runbook() {
  const say = useSay();
  return (
    <div id={RUNBOOK} className={classes.runbook}>
      <Card title={say('operations.runbook.title')}>
        <ol>
          <li>
            {say('operations.runbook.look')}{' '}
            <code>npx mb redrive {say('operations.runbook.service')} --list</code>
          </li>
          <li>{say('operations.runbook.mend')}</li>
          <li>{say('operations.runbook.retry')}</li>
          <li>{say('operations.runbook.stays')}</li>
        </ol>
        <p className={classes.more}>{say('operations.runbook.parked')}</p>
      </Card>
    </div>
  );
}
