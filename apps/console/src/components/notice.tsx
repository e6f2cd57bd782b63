import { Button } from '@mantine/core';
import { serviceWords } from '@minh-bach/contracts/browser';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem.ts';
import { useLanguage, useSay } from '../i18n/language.tsx';
import classes from './notice.module.css';

/** Something to know, in a box that stays. */
export function Notice({
  tone = 'plain',
  title,
  children,
  role,
}: {
  tone?: 'plain' | 'overdue' | 'soon' | 'done' | 'secret';
  title: string;
  children?: ReactNode;
  role?: 'status' | 'alert';
}) {
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <p className={classes.title}>{title}</p>
      {children}
    </div>
  );
}

/** A refusal in the reader's language; its code in small print. Unknown and forbidden look alike. */
export function ProblemNotice({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const say = useSay();
  const { language } = useLanguage();
  const body = problem instanceof Problem ? problem.body : undefined;
  if (body?.status === 404 && body.code !== 'RECEIPT_CODE_WRONG')
    return (
      <Notice title={say('common.notFound')} role="alert">
        <p>{say('common.notFoundNext')}</p>
      </Notice>
    );
  const told = body?.[language];
  return (
    <Notice tone="overdue" title={told?.title ?? say('errors.notSaved')} role="alert">
      {told && <p>{told.detail}</p>}
      {body && <p className={classes.code}>{say('common.problemCode', { code: body.code })}</p>}
      {onRetry && (
        <Button variant="default" mt={8} onClick={onRetry}>
          {say('common.retry')}
        </Button>
      )}
    </Notice>
  );
}

/** Services that did not answer are named, not left out. */
export function PendingNotice({ services }: { services: readonly string[] }) {
  const say = useSay();
  if (services.length === 0) return null;
  const names = services.map((name) => say(serviceWords(name)));
  return (
    <Notice
      tone="soon"
      role="status"
      title={say('common.pending', { services: names.join(', ') })}
    />
  );
}
