import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useSay } from '../i18n/language.tsx';
import classes from './page.module.css';

/**
 * The heading of a page: names the tab (never with personal data) and takes the focus when the page
 * is reached from another one.
 */
export function PageTitle({
  title,
  description,
  lead,
  aside,
  isFirst = false,
}: {
  title: string;
  /** For search engines, and for people who share the page. */
  description?: string;
  lead?: string;
  aside?: ReactNode;
  /** Of a document of its own: the browser tells of it, and the focus stays where it begins. */
  isFirst?: boolean;
}) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say('page.title', { page: title });
    const meta = document.querySelector('meta[name=description]');
    if (description !== undefined) meta?.setAttribute('content', description);
  }, [say, title, description]);
  useEffect(() => {
    if (isFirst) return;
    if (document.activeElement === document.body || document.activeElement?.closest('nav'))
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={classes.head}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      </div>
      {aside}
    </div>
  );
}

/** A white sheet with an optional heading. */
export function Card({
  title,
  aside,
  children,
  className,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <section className={`${classes.card} ${className ?? ''}`}>
      {title !== undefined && (
        <div className={classes.cardHead}>
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** Label and value, in two columns where there is room. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode] | false)[] }) {
  return (
    <dl className={classes.facts}>
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]}>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** What people wrote: their line breaks, and nothing else of theirs. */
export const Written = ({ children }: { children: string }) => (
  <p className={classes.written}>{children}</p>
);
