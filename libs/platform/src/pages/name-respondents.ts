import type { Respondents, RespondentsFact } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { personRefs, unitRefs } from '../rows/references.ts';
import type { Protection } from '../matters/protection.ts';

/** As a request names them. */
export interface Named {
  readonly respondentUnit?: string | null;
  readonly respondents?: Respondents;
}

/**
 * Known units and people only, or what is named would protect from nobody.
 *
 * @returns what an event carries of `respondents`; nothing where nobody is named there
 * @throws DomainError `RESPONDENT_UNKNOWN` {field}
 */
export async function nameRespondents(
  { organisation, shield }: Pick<ServiceRuntime, 'organisation' | 'shield'>,
  { respondentUnit, respondents = { units: [], people: [] } }: Named,
): Promise<{ respondents?: RespondentsFact }> {
  const known = new Set((await organisation.units()).map(({ id }) => id));
  if (respondentUnit && !known.has(respondentUnit)) throw unknown('/respondentUnit');
  respondents.units.forEach((unit, i) => {
    if (!known.has(unit)) throw unknown(`/respondents/units/${i}`);
  });
  const everybody = new Set(respondents.people.length > 0 ? await organisation.people() : []);
  const people = await Promise.all(
    respondents.people.map(async ({ post = null, person, on }, i) => {
      const named = post === null ? person : await organisation.holderOf(post, on);
      if (!named || !everybody.has(named)) throw unknown(`/respondents/people/${i}`);
      return { tag: await shield.tagOf(named), on, who: { person: named, post } };
    }),
  );
  if (people.length + respondents.units.length === 0) return {};
  return { respondents: { units: respondents.units, people } };
}

const unknown = (field: string) => new DomainError('RESPONDENT_UNKNOWN', { field });

/** For pages: the respondents by the last word on them. The asker is none of them. */
export async function respondentRefs(
  { organisation, shield }: Pick<ServiceRuntime, 'organisation' | 'shield'>,
  { units, people }: Pick<Protection, 'units' | 'people'>,
) {
  const ids = await shield.peopleWith(people ?? []);
  const [unit, person] = await Promise.all([unitRefs(organisation), personRefs(organisation, ids)]);
  return { units: (units ?? []).map(unit), people: ids.map(person) };
}
