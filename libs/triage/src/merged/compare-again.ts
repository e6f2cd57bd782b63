import { areOfOneSender, type ServiceRuntime } from '@minh-bach/platform';
import type { LoadedPetition } from '../petition-stream.ts';
import { stateNow, takeApart } from './let-go.ts';

type Compared = Pick<LoadedPetition, 'state' | 'protection'>;

/**
 * About one unit, and naming the same units and people, now and ever: whoever is named in one of the two is kept
 * from the sender of both. A name more in either would open the one sender by the other petition.
 */
export function namesTheSame(one: Compared, other: Compared): boolean {
  const [named, inOther] = [one.state.respondents, other.state.respondents];
  const [ever, everInOther] = [one.protection, other.protection];
  const tagsOf = ({ people }: typeof named) => people.map(({ tag }) => tag);
  return (
    one.state.respondentUnit === other.state.respondentUnit &&
    isSameSet(named.units, inOther.units) &&
    isSameSet(tagsOf(named), tagsOf(inOther)) &&
    isSameSet(ever.everUnits, everInOther.everUnits) &&
    isSameSet(ever.everPeople, everInOther.everPeople)
  );
}

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((name) => other.includes(name)) && other.every((name) => one.includes(name));

/**
 * After a word on the petition that others are merged into, after each merge, and where the sender of either was
 * corrected: what may not be merged as
 * things stand comes apart. So a merge and a word at one moment leave nothing merged that may not be, whichever
 * is written first. What is called a denunciation takes its duplicates along instead (`callAlong`).
 *
 * @param merged just now
 */
export async function compareAgain(
  service: ServiceRuntime,
  number: string,
  merged?: string,
): Promise<void> {
  const into = await compared(service, number);
  if (!into || into.state.everDenunciation) return;
  const { holds } = into.state;
  for (const other of new Set([...holds, ...(merged === undefined ? [] : [merged])])) {
    const one = await compared(service, other);
    if (one?.state.mergedInto !== number) continue;
    if (!holds.includes(other))
      await takeApart(service, { from: number, other }, 'other-dealt-with');
    else if (!namesTheSame(one, into))
      await takeApart(service, { from: number, other }, 'names-of-other');
    else if (!(await areOfOneSender(service.infrastructure.store, other, number)))
      await takeApart(service, { from: number, other }, 'sender');
  }
}

/** A merge of two senders ends the petition of one of them, however long after the merge it is found. */
export async function compareSenders(service: ServiceRuntime, number: string): Promise<void> {
  const state = await stateNow(service, number);
  if (state) await compareAgain(service, state.mergedInto ?? number);
}

async function compared(service: ServiceRuntime, number: string): Promise<Compared | undefined> {
  const state = await stateNow(service, number);
  return state && { state, protection: await service.shield.protectionOf(number) };
}
