import { KIND_WORDS } from '@minh-bach/contracts/browser';
import type { LocalizedText } from '../api/types.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import type { ListFilter } from './filter-bar.tsx';

/** Kind, state and due date. */
export function useUsualFilters(
  states: Readonly<Record<string, LocalizedText>>,
): readonly ListFilter[] {
  const both = useBoth();
  const say = useSay();
  const optionsOf = (words: Readonly<Record<string, LocalizedText>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: both(label) }));
  return [
    { name: 'kind', label: 'filter.kind', options: optionsOf(KIND_WORDS) },
    { name: 'state', label: 'filter.state', options: optionsOf(states) },
    {
      name: 'due',
      label: 'filter.due',
      options: [
        { value: 'overdue', label: say('filter.overdue') },
        { value: 'soon', label: say('filter.soon') },
      ],
    },
  ];
}
