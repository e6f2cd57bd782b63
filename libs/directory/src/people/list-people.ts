import type { ListedPost, PeopleList } from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import {
  DeputyRow,
  TenureRow,
  personRefs,
  unitRefs,
  type PersonRow,
  type ServiceRuntime,
} from '@minh-bach/platform';
import { In, IsNull, MoreThanOrEqual, type DataSource } from 'typeorm';
import { findPeople, type PeopleAsked } from './find-people.ts';

type Period = ListedPost['period'];
const ORDER: readonly Period[] = ['now', 'coming', 'ended'];

/** Everybody with their posts, those that ended among them, and the deputations that have not ended. */
export async function listPeople(
  { rights, organisation, clock }: ServiceRuntime,
  asked: PeopleAsked,
): Promise<PeopleList> {
  await rights.fresh();
  const today = localDate(clock.now());
  const { people, ...page } = await findPeople(rights.dataSource, asked);
  const ids = people.map(({ id }) => id);
  const tenures = await rights.dataSource.getRepository(TenureRow).findBy({ person: In(ids) });
  const last = await lastDays(rights.dataSource, tenures);
  const deputations = await openDeputations(rights.dataSource, ids, tenures, today);
  const inPosts = await rights.dataSource.getRepository(TenureRow).find({
    where: { post: In(deputations.map(({ post }) => post)) },
    order: { from: 'ASC' },
  });
  const [unit, person] = await Promise.all([
    unitRefs(organisation),
    personRefs(
      organisation,
      deputations.map(({ deputy }) => deputy),
    ),
  ]);
  const postOf = new Map(inPosts.map((tenure) => [tenure.post, tenure]));

  const listed = (row: TenureRow, inactiveFrom: string | null): ListedPost => ({
    id: row.post,
    unit: unit(row.unit),
    title: titleOf(row),
    roles: row.roles,
    leads: row.leads,
    from: row.from,
    to: row.to,
    period: periodOf(row, inactiveFrom, today),
    followed: row.from !== last.get(row.post),
  });
  return {
    items: people.map(({ id, name, issuer, subject, inactiveFrom }: PersonRow) => {
      const own = tenures.filter((row) => row.person === id);
      return {
        id,
        name,
        issuer,
        subject,
        closedOn: inactiveFrom,
        posts: own.map((row) => listed(row, inactiveFrom)).sort(nowFirst),
        deputations: deputations
          .filter(
            ({ deputy, post, holder }) =>
              deputy === id ||
              (own.some((row) => row.post === post) && (holder === null || holder === id)),
          )
          .flatMap(({ id: deputation, post, deputy, from, to }) => {
            const held = postOf.get(post);
            if (!held) return [];
            const where = { post, unit: unit(held.unit), title: titleOf(held) };
            return [{ id: deputation, ...where, deputy: person(deputy), from, to }];
          }),
      };
    }),
    ...page,
  };
}

const titleOf = ({ titleVi, titleEn }: TenureRow) => ({ vi: titleVi, en: titleEn });

function periodOf({ from, to }: TenureRow, inactiveFrom: string | null, today: string): Period {
  if ((to !== null && to < today) || (inactiveFrom !== null && inactiveFrom <= today))
    return 'ended';
  return from > today ? 'coming' : 'now';
}

const nowFirst = (a: ListedPost, b: ListedPost): number =>
  ORDER.indexOf(a.period) - ORDER.indexOf(b.period) || b.from.localeCompare(a.from);

/** The first day of the last holder of each post. */
async function lastDays(rows: DataSource, tenures: readonly TenureRow[]) {
  const all = await rows.getRepository(TenureRow).find({
    where: { post: In([...new Set(tenures.map(({ post }) => post))]) },
    order: { from: 'ASC' },
  });
  return new Map(all.map(({ post, from }) => [post, from]));
}

const openDeputations = (
  rows: DataSource,
  people: readonly string[],
  tenures: readonly TenureRow[],
  today: string,
): Promise<DeputyRow[]> => {
  const open = { revokedFrom: IsNull(), to: MoreThanOrEqual(today) };
  const posts = [...new Set(tenures.map(({ post }) => post))];
  return rows.getRepository(DeputyRow).find({
    where: [
      { ...open, deputy: In([...people]) },
      { ...open, post: In(posts) },
    ],
    order: { from: 'ASC', id: 'ASC' },
  });
};
