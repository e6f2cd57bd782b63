import type { HistoryEntry, ServiceName } from '@minh-bach/contracts';
import { serviceHistorySchema } from '@minh-bach/contracts';
import { comparePositions } from '@minh-bach/event-store';
import { Refusal } from '../http/problem.ts';
import type { Answer } from './ask.ts';

type Found = Extract<Answer, { kind: 'found' }>;

export interface Sorted {
  readonly found: readonly Found[];
  /** Services that did not answer; never left out in silence. */
  readonly pending: readonly ServiceName[];
  /** Services that the asker's role has no right to, whatever they know. */
  readonly withheld: readonly ServiceName[];
}

/**
 * A service that knows nothing of the matter contributes nothing.
 *
 * @throws Refusal `NOT_FOUND` when nobody knows it, `UNAVAILABLE` when those who might do not answer
 */
export function sort(answers: readonly Answer[]): Sorted {
  const found = answers.filter((answer): answer is Found => answer.kind === 'found');
  const saying = (what: Answer['kind']) =>
    answers.filter(({ kind }) => kind === what).map(({ service }) => service);
  const [pending, withheld] = [saying('pending'), saying('forbidden')];
  if (found.length > 0) return { found, pending, withheld };
  if (answers.some(({ kind }) => kind === 'unauthorized')) throw new Refusal('SIGN_IN_REQUIRED');
  if (pending.length > 0) throw new Refusal('UNAVAILABLE', { pending });
  if (answers.some(({ kind }) => kind === 'absent')) throw new Refusal('NOT_FOUND');
  throw new Refusal('ACTION_FORBIDDEN');
}

/** Each service's part under its own name. */
export function mergeMatter({ found, pending }: Sorted) {
  return { ...Object.fromEntries(found.map(({ service, body }) => [service, body])), pending };
}

/**
 * One timeline in the order of the log, whatever the services' answers were sorted by. `withheld`
 * follows from the asker's role alone: a service that does not show him this matter is not in it, since
 * that would tell that there is one.
 */
export function mergeHistories({ found, pending, withheld }: Sorted) {
  const late: ServiceName[] = [...pending];
  const entries: HistoryEntry[] = [];
  for (const { service, body } of found) {
    const parsed = serviceHistorySchema.safeParse(body);
    const [first = parsed.data?.entries[0]] = entries;
    if (parsed.success && parsed.data.entries.every((entry) => ofOneLog(entry, first))) {
      entries.push(...parsed.data.entries);
    } else {
      late.push(service);
    }
  }
  entries.sort((a, b) => comparePositions(a.position, b.position));
  return { entries, pending: late, withheld };
}

function ofOneLog(entry: HistoryEntry, other: HistoryEntry | undefined): boolean {
  if (other === undefined) return true;
  try {
    return Number.isFinite(comparePositions(entry.position, other.position));
  } catch {
    return false;
  }
}
