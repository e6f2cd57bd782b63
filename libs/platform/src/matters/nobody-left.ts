import { ruleOf, type Role } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { naming, type NamingFacts, type Protection } from './protection.ts';

/** Of each somebody must stay. The auditors are the last resort: nobody is to be left to them by a name. */
const NEEDED: readonly (readonly Role[])[] = [
  ruleOf('petition.classify').roles.filter((role) => role !== 'auditor'),
  ruleOf('denunciation.disclose-identity').roles,
];

/**
 * One person's word must not shut everybody out of a denunciation. Names are judged alike whatever the
 * petition is called today: it may be called a denunciation at any moment, and that is never refused.
 * Where nobody was there before either, the names are not the cause, and are taken.
 *
 * @param protection as it stands without these names
 * @throws DomainError `NOBODY_LEFT`
 */
export async function refuseNobodyLeft(
  { organisation, shield }: Pick<ServiceRuntime, 'organisation' | 'shield'>,
  protection: Protection,
  named: NamingFacts,
): Promise<void> {
  const before = { ...protection, isDenunciation: true };
  const { unit } = before;
  if (unit === null) return;
  const kept = await shield.respondentsOf(before);
  const shut = await shield.respondentsOf(naming(before, named));
  if (shut.every((person) => kept.includes(person))) return;
  for (const roles of NEEDED) {
    if (await organisation.nearestWith(unit, roles, shut)) continue;
    if (await organisation.nearestWith(unit, roles, kept)) throw new DomainError('NOBODY_LEFT');
  }
}
