import type { ReactNode } from 'react';
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
