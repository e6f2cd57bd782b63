import type { ReactNode } from 'react';
import { useSay } from '../i18n/language.tsx';
import classes from './overview.module.css';

export interface Series {
  readonly name: string;
  /** Told apart by form as well as by colour. */
  readonly look: 'solid' | 'outline' | 'late';
  readonly values: readonly number[];
}

const WIDE = 640;
const HIGH = 160;

/**
 * Bars beside each other, group by group. A picture of the table behind it, which has every number; groups
 * are told by the labels of the axis, of which a narrow page shows fewer.
 */
export function Chart({
  title,
  summary,
  labels,
  series,
  every = 1,
  children,
}: {
  title: string;
  /** What the picture says, for those who do not see it. */
  summary: string;
  labels: readonly string[];
  series: readonly Series[];
  /** Each so many groups have a label. */
  every?: number;
  /** The table. */
  children: ReactNode;
}) {
  const say = useSay();
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const group = WIDE / labels.length;
  const bar = Math.min(28, (group * 0.8) / series.length);
  const inset = (group - bar * series.length) / 2;
  return (
    <figure className={classes.figure}>
      <figcaption>
        <h2>{title}</h2>
        <ul className={classes.legend} aria-hidden="true">
          {series.length > 1 &&
            series.map(({ name, look }) => (
              <li key={name} data-look={look}>
                {name}
              </li>
            ))}
        </ul>
      </figcaption>
      <p className={classes.most} aria-hidden="true">
        {most}
      </p>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={summary}
      >
        {[0, 0.5].map((part) => (
          <line key={part} x1="0" x2={WIDE} y1={HIGH * part + 1} y2={HIGH * part + 1} />
        ))}
        {series.map(({ name, look, values }, at) =>
          values.map((value, i) => {
            const height = (value / most) * (HIGH - 2);
            return (
              <rect
                key={`${name} ${labels[i]}`}
                data-look={look}
                x={i * group + inset + at * bar}
                y={HIGH - height}
                width={bar * 0.9}
                height={height}
              />
            );
          }),
        )}
      </svg>
      <ol className={classes.axis} aria-hidden="true">
        {labels.map((label, i) => (
          <li key={label}>
            {i % every === 0 && i + every / 2 <= labels.length && <span>{label}</span>}
          </li>
        ))}
      </ol>
      <details>
        <summary>{say('overview.table')}</summary>
        {children}
      </details>
    </figure>
  );
}
