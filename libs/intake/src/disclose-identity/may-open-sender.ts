import { roleFor, type Role } from '@minh-bach/contracts';
import { isDomainError, type Actor } from '@minh-bach/kernel';
import type { ServiceRuntime } from '@minh-bach/platform';
import { loadToOpen } from './load-to-open.ts';
import { onlySends } from './sending.ts';

const REFUSALS = ['NOT_FOUND', 'ACTION_FORBIDDEN', 'VERIFIERS_OPEN_NOTHING'];

/**
 * Whether somebody in a post with these roles may open who sent it, whenever they ask. Who only sends the
 * answer may not: they open an address once, to write on the letter.
 */
export async function mayOpenSender(
  service: ServiceRuntime,
  number: string,
  actor: Actor,
  roles: readonly Role[],
): Promise<boolean> {
  const action = 'petition.disclose-identity';
  const role = roleFor(action, roles);
  if (role === undefined || onlySends({ ...actor, role })) return false;
  return loadToOpen(service, number, action, { ...actor, role })
    .then(({ isDenunciation }) => !isDenunciation)
    .catch((error: unknown) => {
      if (REFUSALS.some((code) => isDomainError(error, code))) return false;
      throw error;
    });
}
