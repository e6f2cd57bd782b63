import type { Matter } from '../../api/types.ts';
import type { Field, Option } from '../../forms/fields.ts';
import { keptPeople } from '../../forms/people.ts';
import type { Label } from '../../i18n/language.tsx';

const MOST_PEOPLE = 20;

/** Units that it names beside the one whose decision or act it is about. */
const otherUnits = (triage: Matter['triage']): string[] =>
  (triage?.respondents.units ?? [])
    .map(({ id }) => id)
    .filter((id) => id !== triage?.respondentUnit?.id);

/** Those whom a petition names already, and one unit more than there are, to name another. */
export const respondentFields = (
  { triage }: Matter,
  label: Label,
  units: readonly Option[],
): Field[] => [
  ...[...otherUnits(triage), ''].map((initial, i): Field => ({
    name: `units/${i}`,
    kind: 'search',
    of: 'units',
    label: 'field.otherRespondentUnit',
    hint: 'field.otherRespondentUnitHint',
    options: units,
    initial,
    optional: true,
  })),
  {
    name: 'people',
    kind: 'people',
    label,
    units,
    most: MOST_PEOPLE,
    initial: keptPeople(triage?.respondents.people ?? []),
    optional: true,
  },
];

/** All whom it names from now on: what the command is not told of, it takes away. */
export function namedBody({ units, people, ...body }: Record<string, unknown>) {
  const others = Object.values((units ?? {}) as Record<string, string | null>);
  const named = others.filter((unit) => unit !== null && unit !== body['respondentUnit']);
  return { ...body, respondents: { units: [...new Set(named)], people: people ?? [] } };
}
