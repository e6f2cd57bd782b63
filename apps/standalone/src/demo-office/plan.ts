import type { BodyOf, appointDeputy } from '@minh-bach/contracts';
import { drawn } from './drawn.ts';
import type { MatterEntry } from './matter-entry.ts';
import { asideOf } from './steps/asides.ts';
import { courseOf } from './steps/course.ts';
import type { Step } from './steps/step.ts';
import { TURNS, type WorkingDays } from './working-days.ts';

/** A head lets someone act for a time. */
export interface Deputation {
  readonly id: string;
  /** The head, in the own post. */
  readonly by: string;
  readonly post: string;
  readonly deputy: string;
  /** Working days before today: when it is said, the first day and the last. */
  readonly said: number;
  readonly from: number;
  readonly to: number;
}
export type DeputationBody = BodyOf<typeof appointDeputy>;

export type Deed = { readonly at: Date; /** Working days before today. */ readonly ago: number } & (
  | { readonly what: 'register'; readonly entry: MatterEntry }
  | { readonly what: 'step'; readonly entry: MatterEntry; readonly step: Step }
  | { readonly what: 'deputation'; readonly deputation: Deputation }
);

/** Everything that people did in the office, in the order of time. */
export function planOf(
  entries: readonly MatterEntry[],
  deputations: readonly Deputation[],
  days: WorkingDays,
): Deed[] {
  const deeds = [
    ...deputations.map((deputation): Deed => ({
      what: 'deputation',
      deputation,
      ago: deputation.said,
      at: days.at(deputation.said, 0),
    })),
    ...entries.flatMap((entry) => deedsOf(entry, days)),
  ];
  return deeds.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The last step of its course lies as far back as the entry says; the others before it. */
function deedsOf(entry: MatterEntry, days: WorkingDays): Deed[] {
  const course = courseOf(entry);
  const first = entry.ago + course.reduce((sum, { wait }) => sum + wait, 0);
  let ago = first;
  let turn = drawn(`${entry.id} register`, TURNS - 1);
  const deeds: Deed[] = [{ what: 'register', entry, ago, at: days.at(ago, turn) }];
  for (const step of course) {
    turn = step.wait === 0 ? turn + 1 : drawn(`${entry.id} ${step.name}`, TURNS - 1);
    ago -= step.wait;
    deeds.push({ what: 'step', entry, step, ago, at: days.at(ago, turn) });
  }
  const asides = (entry.asides ?? []).map((aside, i): Deed => {
    const step = asideOf(entry, aside, i + 1);
    const at = first - step.wait;
    if (at < 0) throw new Error(`${entry.id}: what is to happen lies in the future`);
    return { what: 'step', entry, step, ago: at, at: days.at(at, TURNS - 1) };
  });
  return [...deeds, ...asides];
}

/** What happens at one moment, by matter: those are independent of each other. */
export function atOnce(deeds: readonly Deed[]): Deed[][] {
  const byMatter = Map.groupBy(deeds, (deed) =>
    deed.what === 'deputation' ? deed.deputation.id : deed.entry.id,
  );
  return [...byMatter.values()];
}

/** Under which it is noted, and its command sent. */
export function keyOfDeed(deed: Deed): string {
  switch (deed.what) {
    case 'deputation':
      return deed.deputation.id;
    case 'register':
      return registrationKey(deed.entry);
    case 'step':
      return `${deed.entry.id}.${deed.step.name}`;
  }
}

export const registrationKey = ({ id }: MatterEntry): string => `${id}.register`;
