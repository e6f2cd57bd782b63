import type { Due, LocalizedText, PetitionState } from '@minh-bach/contracts';
import type { OpenStanding } from './petition-track.entity.ts';

/** What the words are made of. */
export interface Told {
  readonly state: PetitionState;
  /** The day of the state. */
  readonly on: string;
  /** `null`: of a denunciation state and day alone are told. */
  readonly open: Open | null;
}

export interface Open extends Omit<OpenStanding, 'unit' | 'clock' | 'window' | 'publication'> {
  readonly unit: LocalizedText;
  /** The unit directly above; `null` where it is none of ours. */
  readonly above: LocalizedText | null;
  /** Of the step that comes next; `null` where no law gives it a day. */
  readonly due: Due | null;
  /** Until when they may complain a second time. */
  readonly window: Due | null;
  readonly today: string;
  /** By which day the decision is to be published, while it is not. */
  readonly publication: Due | null;
}

/** Who stands above, where it has a name here. */
export const aboveOf = ({ above }: Open): LocalizedText =>
  above ?? { vi: 'cơ quan cấp trên trực tiếp', en: 'the body directly above' };

export const lowered = ({ vi, en }: LocalizedText): LocalizedText => ({
  vi: vi.toLowerCase(),
  en: en.toLowerCase(),
});

/** The day of what comes next; of a decision that is out, of its publication. */
export function nextDue({ state, open }: Told): Due | null {
  if (!open) return null;
  if (open.due) return open.due;
  const isOut = state === 'decision_sent' || state === 'decision_delivered';
  return isOut ? open.publication : null;
}
