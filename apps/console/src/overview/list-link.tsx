import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PetitionKind } from '../api/types.ts';
import type { Stage } from './figures.ts';

const LISTS = { triage: '/phan-loai', investigation: '/vu-viec', response: '/tra-loi' } as const;

/** The list that a number counts, with its filters in the address. */
export function ListLink({
  stage,
  view,
  unit,
  kind,
  state,
  children,
}: {
  stage: Stage;
  view: 'open' | 'overdue';
  unit?: string | undefined;
  kind?: PetitionKind;
  state?: string;
  children: ReactNode;
}) {
  const filters = {
    view,
    ...(unit === undefined ? {} : { unit }),
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { state }),
  };
  return (
    <Link to={LISTS[stage]} search={filters}>
      {children}
    </Link>
  );
}
