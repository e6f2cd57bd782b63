import { isDomainError } from '@minh-bach/kernel';
import type { RequestContext } from '@minh-bach/http';
import type { ServiceRuntime } from '@minh-bach/platform';
import type { ClassifyPetition } from '../domain/petition.commands.ts';
import { petitions } from '../petition-stream.ts';
import { letGo, stateNow } from './let-go.ts';

/**
 * Merged petitions have one sender and are about one thing. When one is called a denunciation, the others are
 * called so, too; otherwise they would stay open to the people denounced. Each leaves the merge, and its limits
 * count again from its own receipt.
 *
 * @param said by the command that calls the one they are merged into
 */
export async function callAlong(
  service: ServiceRuntime,
  from: string,
  holds: readonly string[],
  { said, context }: { readonly said: ClassifyPetition; readonly context: RequestContext },
): Promise<void> {
  const { ifMatch: _, ...unseen } = context;
  const { type, kind, reason } = said;
  const bare = { type, kind, reason: reason ?? '' } as const;
  for (const other of holds) {
    if ((await stateNow(service, other))?.mergedInto !== from) continue;
    const call = (command: ClassifyPetition) =>
      service.run({
        decider: petitions.decider,
        stream: petitions.nameOf(other),
        command,
        context: unseen,
      });
    // The other petition may have names already. Then it is called without these, and `shareNames` adds them.
    await unlessNamesRefused(call({ ...said, ...bare }), () => call(bare));
    await letGo(service, { from, other });
  }
}

/** Refusals of right: this person may not do it. */
const OF_RIGHT = ['NOT_FOUND', 'ACTION_FORBIDDEN', 'ABOUT_ONESELF'];
/** Refusals of names: the call itself would be taken. */
const OF_NAMES = ['RESPONDENT_REGISTERED', 'NOBODY_LEFT', 'NAMES_ABOVE', 'TAKES_ONESELF_OUT'];

const but =
  (codes: readonly string[]) =>
  (error: unknown): void => {
    if (!isDomainError(error) || !codes.includes(error.code)) throw error;
  };

/** A refusal of right leaves the rest done. Any other failure is answered, and the request is sent again. */
export const asFarAsAllowed = (work: Promise<unknown>): Promise<unknown> =>
  work.catch(but(OF_RIGHT));

export const unlessNamesRefused = (
  work: Promise<unknown>,
  otherwise: () => Promise<unknown> | void,
): Promise<unknown> =>
  work.catch((error: unknown) => {
    but(OF_NAMES)(error);
    return otherwise();
  });
