import { HANDLED_BY, HANDLERS, type HandledBy } from '@minh-bach/contracts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Petition, Shield } from './shield.ts';
import { keptFrom, type Matter } from './whom-it-names.ts';

interface Asked {
  readonly shield: Shield;
  readonly organisation: Organisation;
}

/** Who handles a denunciation now. */
export interface Handling {
  readonly unit: string;
  readonly by: HandledBy;
  readonly people: readonly string[];
}

export interface Denunciation {
  readonly petition: Petition;
  readonly unit: string;
  /** ISO date: the earliest on which it was ever said to have been received. */
  readonly keptSince: string;
}

/**
 * Who may classify and decide a denunciation: in its unit everybody with the right whom it cannot be
 * about, and who deputised for none of those since it was received; where there is nobody, the nearest unit above that has somebody; at last the auditors, then the
 * officers for denunciations. It is worked out at every asking, so the right waits for no watcher.
 *
 * @param but people who must not, beside its respondents
 * @returns `null`: nobody in the whole line; an alarm tells of it (`handlerAlarmProjection`)
 */
export async function handlingOf(
  { shield, organisation }: Asked,
  { petition, unit, keptSince }: Denunciation,
  but: readonly string[] = [],
): Promise<Handling | null> {
  const kept = await shield.respondentsOf(petition);
  const out = [...kept, ...but, ...(await organisation.deputiesOf(kept, keptSince))];
  for (const by of HANDLED_BY) {
    const found = await organisation.nearestWith(unit, HANDLERS[by], out);
    if (found) return { ...found, by };
  }
  return null;
}

/** The nearest unit that handles a petition of another kind: somebody there is not named in it. */
export async function handlingOfOther(service: Asked, matter: Matter): Promise<Handling | null> {
  const by = 'classifiers';
  const kept = await keptFrom(service, matter);
  const found = await service.organisation.nearestWith(matter.unit, HANDLERS[by], kept);
  return found && { ...found, by };
}
