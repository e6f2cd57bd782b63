import type { ServiceRuntime } from '@minh-bach/platform';
import type { LoadedPetition } from '../petition-stream.ts';
import { stateNow, takeApart } from './let-go.ts';

type Compared = Pick<LoadedPetition, 'state' | 'protection'>;

/**
 * Of one unit complained of; and whoever is named in this one, or is kept from it by an earlier word, is so in
 * the other.
 */
export function namesTheSame(one: Compared, other: Compared): boolean {
  const [named, inOther] = [one.state.respondents, other.state.respondents];
  const { everUnits, everPeople } = other.protection;
  const tags = inOther.people.map(({ tag }) => tag);
  return (
    one.state.respondentUnit === other.state.respondentUnit &&
    named.units.every((unit) => inOther.units.includes(unit)) &&
    named.people.every(({ tag }) => tags.includes(tag)) &&
    one.protection.everUnits.every((unit) => everUnits.includes(unit)) &&
    one.protection.everPeople.every((tag) => everPeople.includes(tag))
  );
}

/**
 * After a word on the petition that others are merged into, and after each merge: what may not be merged as
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
  }
}

async function compared(service: ServiceRuntime, number: string): Promise<Compared | undefined> {
  const state = await stateNow(service, number);
  return state && { state, protection: await service.shield.protectionOf(number) };
}
