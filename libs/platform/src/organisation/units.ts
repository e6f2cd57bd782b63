import type { Rows } from '@minh-bach/projections';
import { UNITS } from './queries.ts';

export interface Unit {
  readonly id: string;
  readonly parent: string | null;
  readonly level: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly invented: boolean;
  /** First and last day. */
  readonly from: string;
  readonly to: string | null;
}

interface UnitSelection extends Omit<Unit, 'name'> {
  readonly name_vi: string;
  readonly name_en: string;
}

/** All there ever were. */
export async function unitsBy(rows: Rows): Promise<readonly Unit[]> {
  const selected = await rows.query<UnitSelection[]>(UNITS);
  return selected.map(({ name_vi, name_en, ...unit }) => ({
    ...unit,
    name: { vi: name_vi, en: name_en },
  }));
}
