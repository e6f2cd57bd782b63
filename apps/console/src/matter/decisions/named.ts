import type { Matter } from '../../api/types.ts';

/** Units that it names beside the one whose decision or act it is about. */
export const otherUnits = (triage: Matter['triage']): string[] =>
  (triage?.respondents.units ?? [])
    .map(({ id }) => id)
    .filter((id) => id !== triage?.respondentUnit?.id);

/** All whom it names from now on: what the command is not told of, it takes away. */
export function namedBody({ units, people, ...body }: Record<string, unknown>) {
  const others = Object.values((units ?? {}) as Record<string, string | null>);
  const named = others.filter((unit) => unit !== null && unit !== body['respondentUnit']);
  return { ...body, respondents: { units: [...new Set(named)], people: people ?? [] } };
}
