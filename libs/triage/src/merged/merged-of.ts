import type { TriageMatter } from '@minh-bach/contracts';
import { isDomainError, type Actor } from '@minh-bach/kernel';
import type { ServiceRuntime } from '@minh-bach/platform';
import { loadPetition, type LoadedPetition } from '../petition-stream.ts';
import { mayKnowOfOneSender } from './knows-sender.ts';

/** So many duplicates a page names. */
const NAMED_AT_MOST = 20;

/**
 * What the petition is merged into, and what into it: each only for who may be told of both that they have one
 * sender.
 *
 * @param roles of the acting post
 */
export async function mergedOf(
  service: ServiceRuntime,
  loaded: LoadedPetition,
  actor: Actor,
  roles: readonly string[],
): Promise<TriageMatter['merged']> {
  const { petition, mergedInto, holds } = loaded.state;
  const isNone = mergedInto === null && holds.length === 0;
  if (isNone || !(await mayKnowOfOneSender(service, loaded, actor, roles)))
    return { into: null, from: [] };
  const visible = async (number: string) => {
    const other = await loadPetition(service, number, 'petition.read', actor).catch(
      (error: unknown) => {
        if (isDomainError(error, 'NOT_FOUND')) return undefined;
        throw error;
      },
    );
    return other && (await mayKnowOfOneSender(service, other, actor, roles)) ? other : undefined;
  };
  const target = mergedInto === null ? undefined : await visible(mergedInto);
  const others = await Promise.all(holds.slice(-NAMED_AT_MOST).map(visible));
  const from = others.flatMap((one) =>
    one?.state.mergedInto === petition ? [one.state.petition] : [],
  );
  return { into: target ? mergedInto : null, from };
}
