import { words } from '@minh-bach/contracts/browser';
import type { CaseMatter, LocalizedText } from '../../api/types.ts';

/** A line of the index: what stands in the case file under which numbers. */
export interface IndexEntry {
  readonly item: number;
  readonly folio: { readonly from: number; readonly to: number } | null;
  readonly what: LocalizedText | null;
  readonly from: string | null;
  /** ISO date. */
  readonly on: string;
  readonly by: string;
  readonly isWithdrawn: boolean;
}

/** In the order in which they were recorded, which is that of their numbers. */
export function entriesOf({ explanations, evidence }: CaseMatter): IndexEntry[] {
  const common = ({
    item,
    folio,
    by,
    withdrawn,
  }: CaseMatter['evidence'][number] | CaseMatter['explanations'][number]) => ({
    item,
    folio,
    by: by.name,
    isWithdrawn: withdrawn !== null,
  });
  return [
    ...explanations.map((one) => ({
      ...common(one),
      what: EXPLANATION,
      from: one.givenBy,
      on: one.givenOn,
    })),
    ...evidence.map((one) => ({
      ...common(one),
      what: one.title === null ? null : { vi: one.title, en: one.title },
      from: one.source,
      on: one.obtainedOn,
    })),
  ].toSorted((a, b) => a.item - b.item);
}

const EXPLANATION = words('Văn bản giải trình', 'Explanation');

export const FILE_INDEX = words('Mục lục hồ sơ, bút lục', 'Index of the case file');
