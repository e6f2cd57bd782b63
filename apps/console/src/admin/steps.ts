import type { DirectoryEntry, ListedPerson, ListedPost } from '../api/types.ts';

/** One command of a change: a form may send several, one after the other. */
export interface Step {
  readonly path: '/entries' | '/deputies' | '/deputy-revocations';
  readonly body: object;
}

const entry = (body: DirectoryEntry): Step => ({ path: '/entries', body });

export interface PostGiven {
  readonly unit: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly roles: ListedPost['roles'];
  readonly leads: boolean;
  readonly from: string;
  readonly to: string | null;
}

/** The account is of this product where the administrator's own is. */
export const addsPerson = (
  person: { readonly id: string; readonly name: string; readonly subject: string },
  issuer: string,
): Step => entry({ kind: 'person', ...person, issuer, active: true });

/**
 * A post of its own for each time: an id that is given again would end what its holder has.
 *
 * @param taken ids of posts that the person has or had
 */
export function addsPost(person: string, post: PostGiven, taken: readonly string[] = []): Step {
  const base = `${post.unit.toLowerCase()}.${person}`.slice(0, 66);
  const first = `${base}.${post.from}`;
  let id = first;
  for (let n = 2; taken.includes(id); n += 1) id = `${first}-${n}`;
  const { leads, ...rest } = post;
  return entry({
    kind: 'post',
    id,
    ...rest,
    person,
    ...(leads && post.roles.includes('head') ? { leads: true as const } : {}),
  });
}

const DAY_MS = 86_400_000;
export const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

/** The same post with a last day; one that has not begun by then is held on no day. */
export function endsPost(person: string, post: ListedPost, lastDay: string): Step {
  const { id, unit, title, roles, leads, from } = post;
  return entry({
    kind: 'post',
    id,
    unit: unit.id,
    title,
    roles,
    ...(leads ? { leads: true as const } : {}),
    person,
    from,
    to: lastDay < from ? dayBefore(from) : lastDay,
  });
}

/** Posts that still run, or are to begin, after a day; those with a later holder are ended already. */
export const endedBy = ({ posts }: ListedPerson, lastDay: string): readonly ListedPost[] =>
  posts.filter(
    ({ period, followed, to }) => period !== 'ended' && !followed && (to === null || to > lastDay),
  );

export const endsPerson = (person: ListedPerson, lastDay: string): readonly Step[] =>
  endedBy(person, lastDay).map((post) => endsPost(person.id, post, lastDay));

export const closesAccount = ({ id, name, issuer, subject }: ListedPerson): Step =>
  entry({ kind: 'person', id, name, issuer, subject, active: false });
