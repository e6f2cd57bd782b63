import { Link } from '@tanstack/react-router';
import { dueText } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import type { LateUnit } from './notices-query.ts';
import classes from './notices.module.css';

/** Unit by unit: how many are late, and the one that is late the longest. */
export function LateUnits({
  units,
  chosen,
}: {
  units: readonly LateUnit[];
  chosen: string | undefined;
}) {
  const say = useSay();
  const both = useBoth();
  const hasInternal = units.some(({ internal }) => internal > 0);
  const heads = [
    'unit',
    'law',
    ...(hasInternal ? (['internal'] as const) : []),
    'longest',
    'oldestDue',
  ] as const;
  return (
    <table className={classes.units} aria-label={say('notices.units')}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {say(`notices.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map(({ unit, law, internal, oldest }) => (
          <tr key={unit?.id ?? ''} data-chosen={unit?.id === chosen}>
            <th scope="row">
              {unit ? (
                <Link
                  to="/qua-han"
                  search={{ unit: unit.id }}
                  aria-current={unit.id === chosen ? 'true' : undefined}
                >
                  {both(unit.name)}
                </Link>
              ) : (
                say('notices.noUnit')
              )}
            </th>
            <td data-head={say('notices.law')}>{law}</td>
            {hasInternal && <td data-head={say('notices.internal')}>{internal}</td>}
            <td data-head={say('notices.longest')}>
              {both(oldest.late)} ·{' '}
              <Link to="/ho-so/$number" params={{ number: oldest.matter }}>
                {oldest.matter}
              </Link>
            </td>
            <td data-head={say('notices.oldestDue')}>{dueText(oldest.due, say)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
