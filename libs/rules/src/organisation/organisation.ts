import { DomainError } from '@minh-bach/kernel';
import { organisationPack } from '../pack/pack.ts';
import type { Officer, OrganisationUnit, Post } from '../pack/schema.ts';

interface Dated {
  readonly from: string | null;
  readonly to: string | null;
}

const isValidOn =
  (date: string) =>
  ({ from, to }: Dated): boolean =>
    (from === null || from <= date) && (to === null || date <= to);

const units = new Map(organisationPack.units.map((unit) => [unit.id, unit]));

/** The tree of that date: one until 28 February 2025, another since. */
export const unitsOn = (date: string): OrganisationUnit[] =>
  organisationPack.units.filter(isValidOn(date));

/** Who held which post on that date. */
export const postsOn = (date: string): Post[] => organisationPack.posts.filter(isValidOn(date));

export const officersOn = (date: string): Officer[] =>
  organisationPack.officers.filter(isValidOn(date));

/** @throws `unit.unknown`, also for a unit that did not exist on that date */
export function unitOn(id: string, date: string): OrganisationUnit {
  const unit = units.get(id);
  if (unit === undefined || !isValidOn(date)(unit)) {
    throw new DomainError('unit.unknown', { unit: id, date });
  }
  return unit;
}

/** From the unit up to the ministry. */
export function lineOf(id: string, date: string): OrganisationUnit[] {
  const unit = unitOn(id, date);
  return unit.parent === null ? [unit] : [unit, ...lineOf(unit.parent, date)];
}

/** Who settles a dispute about competence (Luật KN Đ.23 k.4; Luật TC Đ.41 k.2). */
export function commonSuperior(one: string, other: string, date: string): OrganisationUnit {
  const above = new Set(lineOf(one, date).map(({ id }) => id));
  const common = lineOf(other, date).find(({ id }) => above.has(id) && id !== one && id !== other);
  if (common === undefined) throw new DomainError('unit.no_common_superior', { one, other, date });
  return common;
}

/** The units that took over, or the unit itself while it stands. */
export function successorsOf(id: string, date: string): OrganisationUnit[] {
  const unit = units.get(id);
  if (unit === undefined) throw new DomainError('unit.unknown', { unit: id, date });
  if (isValidOn(date)(unit)) return [unit];
  return (unit.successors ?? []).flatMap((successor) => successorsOf(successor, date));
}

const isInvented = ({ invented }: { invented?: true | undefined }): boolean => invented === true;

/**
 * The national node with an invented region and two invented border posts, their teams, posts and
 * officers: what the product's demo runs.
 */
export const demoOrganisation = {
  units: organisationPack.units.filter((unit) => unit.id === 'CHQ' || isInvented(unit)),
  posts: organisationPack.posts.filter(isInvented),
  officers: organisationPack.officers.filter(isInvented),
};
