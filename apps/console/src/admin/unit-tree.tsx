import type { Units } from '../api/types.ts';
import { useBoth } from '../i18n/language.tsx';
import classes from './admin.module.css';
import { useTold } from './told.ts';

type Unit = Units['items'][number];

/** The units, each below the one that it belongs to. */
export function UnitTree({
  units,
  chosen,
  onChoose,
}: {
  units: readonly Unit[];
  chosen: string | undefined;
  onChoose: (unit: string | undefined) => void;
}) {
  const told = useTold();
  const known = new Set(units.map(({ id }) => id));
  const tops = units.filter(({ parent }) => parent === null || !known.has(parent));
  return (
    <nav className={classes.tree} aria-label={told('admin.units')}>
      <button
        type="button"
        aria-current={chosen === undefined ? 'true' : undefined}
        onClick={() => onChoose(undefined)}
      >
        {told('admin.allUnits')}
      </button>
      <Branch of={tops} units={units} chosen={chosen} onChoose={onChoose} />
    </nav>
  );
}

function Branch({
  of,
  units,
  chosen,
  onChoose,
}: {
  of: readonly Unit[];
  units: readonly Unit[];
  chosen: string | undefined;
  onChoose: (unit: string) => void;
}) {
  const both = useBoth();
  return (
    <ul>
      {of.map(({ id, name }) => {
        const below = units.filter(({ parent }) => parent === id);
        return (
          <li key={id}>
            <button
              type="button"
              aria-current={chosen === id ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              {both(name)} <span className={classes.meta}>{id}</span>
            </button>
            {below.length > 0 && (
              <Branch of={below} units={units} chosen={chosen} onChoose={onChoose} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
