import type { Respondents, RespondentsFact } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { personRefs, unitRefs } from '../rows/references.ts';
import { MOST } from '../matters/followed-facts.ts';
import type { Protection } from '../matters/protection.ts';

/** As a request names them. */
export interface Named {
  readonly respondentUnit?: string | null;
  readonly respondents?: Respondents;
}

/**
 * Known units and people only, or what is named would protect from nobody. A post and a day name everybody
 * who held it or acted in it on that day, by whatever the directory said of it.
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
  const named = await Promise.all(
    respondents.people.map(async ({ post = null, person, on }, i) => {
      const given = person ? [{ person, acted: false }] : [];
      const found = post === null ? given : await organisation.everInPost(post, on);
      if (found.length === 0 || found.some(({ person: who }) => !everybody.has(who)))
        throw unknown(`/respondents/people/${i}`);
      return found.map((one) => ({ ...one, post, on }));
    }),
  );
  // A post may have had more deputies than an event takes names.
  const inOrder = named.flat().toSorted((a, b) => Number(a.acted) - Number(b.acted));
  const people = await Promise.all(
    inOrder.slice(0, MOST).map(async ({ person, post, on }) => ({
      ...{ tag: await shield.tagOf(person), on },
      who: { person, post },
    })),
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
