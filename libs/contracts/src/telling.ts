import { isCiphertext, type RecordedEvent } from '@minh-bach/kernel';
export { dayMonthYear } from './day-month-year.ts';
import type { HistoryEntry } from './history.ts';
import type { LocalizedText } from './localized.ts';

export type Change = HistoryEntry['changes'][number];

/** An event in words, as its context says it. */
export interface Described {
  readonly summary: LocalizedText;
  readonly changes?: readonly Change[];
  /** Where the matter stands in this service after it. */
  readonly state?: LocalizedText;
  readonly rules?: HistoryEntry['rules'];
}

/** Names of people and units, for sentences. */
export interface Names {
  person(id: string): string;
  unit(id: string): LocalizedText;
}

/**
 * @param isDenunciation as it is known today: what came later may forbid to show what was said before,
 *   however far back one looks
 */
export type DescribeEvent = (
  recorded: RecordedEvent,
  names: Names,
  isDenunciation: boolean,
) => Described;

/** A field for the timeline; a sealed one is shown as closed, never opened in passing. */
export const change = (vi: string, en: string, value: unknown): Change => {
  const label = { vi, en };
  if (isCiphertext(value)) return { label, value: null, closed: value.$sealed };
  if (value === null || value === undefined) return { label, value: null };
  return { label, value: typeof value === 'object' ? (value as LocalizedText) : String(value) };
};

/** Whom a petition names: units by name, people by their number alone, as the timeline opens nothing. */
export function respondentChanges({ respondentUnit, respondents }: Named, names: Names): Change[] {
  if (respondentUnit === undefined && respondents === undefined) return [];
  const { units = [], people = [] } = respondents ?? {};
  const all = [...(respondentUnit ? [respondentUnit] : []), ...units].map((id) => names.unit(id));
  const said = all.length === 0 ? null : listed(all);
  return [
    change('Đơn vị bị khiếu nại, tố cáo', 'Units complained of', said),
    ...(people.length === 0
      ? []
      : [
          change('Người bị khiếu nại, tố cáo', 'People complained of', {
            vi: `${people.length} người`,
            en: people.length === 1 ? 'one person' : `${people.length} people`,
          }),
        ]),
  ];
}

interface Named {
  readonly respondentUnit?: string | null;
  readonly respondents?: { readonly units: readonly string[]; readonly people: readonly unknown[] };
}

const listed = (all: readonly LocalizedText[]): LocalizedText => ({
  vi: all.map(({ vi }) => vi).join('; '),
  en: all.map(({ en }) => en).join('; '),
});
