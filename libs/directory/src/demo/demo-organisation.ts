import type { DirectoryEntryV1, PostEntry, Role, UnitEntry } from '@minh-bach/contracts';
import { demoOrganisation } from '@minh-bach/rules';
import { demoDuties } from './demo-duties.ts';

type PackUnit = (typeof demoOrganisation.units)[number];
type PackPost = (typeof demoOrganisation.posts)[number];

/** Day from which the demo's organisation holds, where the pack names none. */
const FROM = '2025-03-01';

/** Levels that receive petitions; the pack's teams are no units of the directory. */
const isLevel = (level: string): level is UnitEntry['level'] =>
  ['tong_cuc', 'cuc', 'chi_cuc'].includes(level);

/** The tree ends at the national node: the ministry is outside. */
const unitOf = ({ id, level, parent, name, invented, from, to }: PackUnit): UnitEntry[] =>
  isLevel(level)
    ? [
        {
          kind: 'unit',
          id,
          parent: level === 'tong_cuc' ? null : parent,
          level,
          name: { vi: name.vi, en: name.en ?? name.vi },
          invented: invented === true,
          from: from ?? FROM,
          to,
        },
      ]
    : [];

/**
 * One national node, one region and two border posts, read from the rules pack by which jurisdiction
 * is tested; region and posts are invented, and say so.
 */
export const demoUnits: readonly UnitEntry[] = demoOrganisation.units.flatMap(unitOf);

/** The pack knows posts and officers; what they do in the product is said here. */
function postOf({ id, unit, post, officer, from, to }: PackPost): PostEntry[] {
  if (!demoUnits.some((known) => known.id === unit)) return [];
  const duty = demoDuties[id];
  if (!duty) throw new Error(`the demo says nothing of the duties of ${id}`);
  const { title, roles } = duty;
  return [
    {
      kind: 'post',
      id,
      unit,
      title,
      roles: [...roles],
      ...(post === 'head' ? { leads: true as const } : {}),
      person: officer,
      from: from ?? FROM,
      to,
    },
  ];
}

export const demoPosts: readonly PostEntry[] = demoOrganisation.posts.flatMap(postOf);

export interface DemoPerson {
  /** Also the user name. */
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly roles: readonly Role[];
}

/** Invented people of three levels, each in one post. */
export const demoPeople: readonly DemoPerson[] = demoPosts.map(({ person, unit, title, roles }) => {
  const officer = demoOrganisation.officers.find(({ id }) => id === person);
  return { id: person, name: officer?.name.vi ?? person, unit, title, roles };
});

/** The demo as directory entries. @param subjectOf the sign-in subject of a demo person */
export const demoEntries = (
  issuer: string,
  subjectOf: (id: string) => string,
): DirectoryEntryV1[] => [
  ...demoUnits,
  ...demoPeople.map(({ id, name }): DirectoryEntryV1 => ({
    kind: 'person',
    id,
    name,
    issuer,
    subject: subjectOf(id),
    active: true,
  })),
  ...demoPosts,
];
