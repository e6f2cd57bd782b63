import { Problem } from '../api/problem.ts';
import { useLanguage, useSay } from '../i18n/language.tsx';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import classes from './notice.module.css';

/** Not found is what was typed in, not the page. */
const SAYS_WHICH: readonly string[] = ['RECEIPT_CODE_WRONG', 'MERGE_TARGET_UNKNOWN'];

/** A refusal in the reader's language; its code in small print. Unknown and forbidden look alike. */
export function ProblemNotice({
  problem,
  onRetry,
  isPlain = false,
}: {
  problem: unknown;
  onRetry?: () => void;
  /** For visitors: without the code, which is for those who repair it. */
  isPlain?: boolean;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const body = problem instanceof Problem ? problem.body : undefined;
  if (body?.status === 404 && !SAYS_WHICH.includes(body.code))
    return (
      <Notice title={say('common.notFound')} role="alert">
        <p>{say('common.notFoundNext')}</p>
      </Notice>
    );
  const told = body?.[language];
  return (
    <Notice tone="overdue" title={told?.title ?? say('errors.notSaved')} role="alert">
      {told && <p>{told.detail}</p>}
      {body && !isPlain && (
        <p className={classes.code}>{say('common.problemCode', { code: body.code })}</p>
      )}
      {onRetry && (
        <p className={classes.retry}>
          <Button onClick={onRetry}>{say('common.retry')}</Button>
        </p>
      )}
    </Notice>
  );
}
