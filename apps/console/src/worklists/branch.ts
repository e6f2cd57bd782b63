import { useQuery } from '@tanstack/react-query';
import { unitsQuery } from '../api/queries.ts';
import type { LocalizedText } from '../api/types.ts';
import { useBoth } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import type { FilterOption, ListFilter } from './filter-bar.tsx';
import type { Column } from './worklist.tsx';

/** The unit of the post worn and those below it: what its lists may show. */
export function useBranch(): readonly FilterOption[] {
  const { post } = useSession();
  const both = useBoth();
  const { data } = useQuery(unitsQuery);
  const all = data?.items ?? [];
  // Units that stand under each other are followed once.
  const below = (unit: string, line: readonly string[] = []): typeof all =>
    line.includes(unit)
      ? []
      : [
          ...all.filter(({ id }) => id === unit),
          ...all
            .filter(({ parent }) => parent === unit)
            .flatMap(({ id }) => below(id, [...line, unit])),
        ];
  if (!post) return [];
  return below(post.unit).map(({ id, name }) => ({ value: id, label: both(name) }));
}

/** One unit is nothing to choose from. */
export const unitFilter = (branch: readonly FilterOption[]): readonly ListFilter[] =>
  branch.length > 1 ? [{ name: 'unit', label: 'filter.unit', options: branch }] : [];

/** The view of the own unit, where a list shows more than that. */
export const unitView = (branch: readonly FilterOption[]): readonly string[] =>
  branch.length > 1 ? ['unit'] : [];

/** The unit of each matter, where a list shows matters of several units. */
export const unitColumn = <Row extends { readonly unit: { readonly name: LocalizedText } }>(
  branch: readonly FilterOption[],
  both: (words: LocalizedText) => string,
): readonly Column<Row>[] =>
  branch.length > 1
    ? [{ head: 'list.unit', words: true, cell: ({ unit }) => both(unit.name) }]
    : [];
