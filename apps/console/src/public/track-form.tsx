import { Problem } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { ProblemAt } from '../components/problem-at.tsx';
import { useSay } from '../i18n/language.tsx';
import { useAddress } from './site.tsx';
import { CodeField } from './code-field.tsx';
import type { Tracking } from './use-tracking.ts';
import classes from './public.module.css';

/** Where the code is typed and sent. */
export function TrackForm({ tracking }: { tracking: Tracking }) {
  const say = useSay();
  const addressOf = useAddress();
  const { field, code, fault, problem, busy, setCode, track } = tracking;
  return (
    <form
      method="post"
      action={addressOf('track')}
      className={classes.track}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void track();
      }}
    >
      <CodeField field={field} code={code} onCode={setCode} fault={fault} />
      <ProblemAt problem={forVisitors(problem)} isPlain />
      <div>
        <Button type="submit" primary aria-disabled={busy}>
          {busy ? say('common.loading') : say('track.submit')}
        </Button>
      </div>
      <p className={classes.meta}>{say('track.privacy')}</p>
    </form>
  );
}

const TOO_MANY = {
  vi: {
    title: 'Ông/bà đã thử nhiều lần',
    detail: 'Hãy chờ một phút rồi thử lại; mã vừa nhập vẫn còn.',
  },
  en: {
    title: 'Many attempts',
    detail: 'Wait a minute, then try again; your code is still there.',
  },
};

/** The address may be that of many people: nobody is blamed. */
const forVisitors = (problem: unknown): unknown =>
  problem instanceof Problem && problem.status === 429
    ? new Problem({ ...problem.body, ...TOO_MANY })
    : problem;
