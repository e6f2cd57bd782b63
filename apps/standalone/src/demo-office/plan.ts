import { recordDelivery, type BodyOf, type appointDeputy } from '@minh-bach/contracts';
import type { MatterEntry, Rated } from './matter-entry.ts';
import { staffOf } from './staff.ts';
import { asideOf } from './steps/asides.ts';
import { closingOf, courseOf } from './steps/course.ts';
import type { Step } from './steps/step.ts';
import type { WorkingDays } from './working-days.ts';

/** A head lets someone act for a time. */
export interface Deputation {
  readonly id: string;
  /** The head, in the own post. */
  readonly by: string;
  readonly post: string;
  readonly deputy: string;
  /** Working days before today: when it is said, the first day and the last. Below 0: days after today. */
  readonly said: number;
  readonly from: number;
  readonly to: number;
}
export type DeputationBody = BodyOf<typeof appointDeputy>;

export type Deed = { readonly at: Date; /** Working days before today. */ readonly ago: number } & (
  | { readonly what: 'register'; readonly entry: MatterEntry }
  | { readonly what: 'step'; readonly entry: MatterEntry; readonly step: Step }
  | { readonly what: 'rate'; readonly entry: MatterEntry; readonly rated: Rated }
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
    ...entries.flatMap((entry) => deedsOf(entry, days)).map((deed) => acted(deed, deputations)),
  ];
  return deeds.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * The last step of its course lies as far back as the entry says, the others before it. An end that waits for
 * its day comes later than that.
 */
function deedsOf(entry: MatterEntry, days: WorkingDays): Deed[] {
  const course = courseOf(entry);
  const first = entry.ago - closingOf(entry) + course.reduce((sum, { wait }) => sum + wait, 0);
  let ago = first;
  const deeds: Deed[] = [{ what: 'register', entry, ago, at: days.at(ago, 0) }];
  for (const step of course) {
    ago -= step.wait;
    deeds.push({ what: 'step', entry, step, ago, at: days.at(ago, step.wait === 0 ? 1 : 0) });
    const { rated } = entry;
    if (rated && step.command === recordDelivery)
      deeds.push({ what: 'rate', entry, rated, ago: ago - 1, at: days.at(ago - 1, 1) });
  }
  const asides = (entry.asides ?? []).map((aside, i): Deed => {
    const step = asideOf(entry, aside, i + 1);
    const at = first - step.wait;
    if (at < 0) throw new Error(`${entry.id}: what is to happen lies in the future`);
    return { what: 'step', entry, step, ago: at, at: days.at(at, 1) };
  });
  return [...deeds, ...asides];
}

/** What a head would do on these days, their deputy does; but for work that the deputy did themselves. */
function acted(deed: Deed, deputations: readonly Deputation[]): Deed {
  if (deed.what !== 'step') return deed;
  const { entry, step, ago } = deed;
  const { head, verifiers } = staffOf(entry);
  if (step.by !== head) return deed;
  const found = deputations.find(
    ({ by, deputy, from, to }) =>
      by === head && ago <= from && ago >= to && !verifiers.includes(deputy),
  );
  if (!found) return deed;
  return { ...deed, step: { ...step, by: found.deputy, post: found.post } };
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
    case 'rate':
      return `${deed.entry.id}.rate`;
  }
}

export const registrationKey = ({ id }: Pick<MatterEntry, 'id'>): string => `${id}.register`;
