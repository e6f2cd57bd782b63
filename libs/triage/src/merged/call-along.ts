import { isDomainError, DomainError } from '@minh-bach/kernel';
import type { RequestContext } from '@minh-bach/http';
import type { ServiceRuntime } from '@minh-bach/platform';
import type { ClassifyPetition } from '../domain/petition.commands.ts';
import { petitions } from '../petition-stream.ts';
import { letGo, stateNow } from './let-go.ts';

/**
 * What is merged is of one sender and one content: what one is called, all are. Else the others would stay open
 * to whom it is about. Each leaves the merge, and counts again from its own receipt.
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
    // It may name others already: then it keeps its own names.
    await call({ ...said, ...bare }).catch((error: unknown) => {
      if (!isDomainError(error, 'RESPONDENT_REGISTERED')) throw error;
      return call(bare);
    });
    await letGo(service, { from, other });
  }
}

/** It is done as far as this person may: what is refused here undoes nothing. */
export const asFarAsAllowed = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
};
