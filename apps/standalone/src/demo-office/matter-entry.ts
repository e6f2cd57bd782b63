import type {
  Channel,
  Conclusion,
  Forwarder,
  PetitionKind,
  Proof,
  RatingReason,
  Stars,
  FILING_GROUNDS,
  REFUSAL_GROUNDS,
} from '@minh-bach/contracts';
import type { SenderId } from './texts/senders.ts';
import type { Theme } from './texts/themes.ts';

/** Units that receive petitions in the demo. */
export type OfficeUnit = 'HQ-SM' | 'HQ-DG' | 'KV-MH';

/** The last step that was done on it; in this order for what was accepted. */
export const CASE_STAGES = [
  'registered',
  'classified',
  'accepted',
  'assigned',
  'verified',
  'proposed',
  'approved',
  'issued',
  'sent',
  'delivered',
  'closed',
] as const;
export type Stage = (typeof CASE_STAGES)[number] | Outcome;
export type Outcome = 'not_accepted' | 'guided' | 'transferred' | 'filed';

/** How it ends without a case. */
export interface Ending {
  readonly reason: string;
  /** The body the sender is guided to, or the petition transferred to. */
  readonly to?: string;
  /** Why it is not accepted, or filed. @default 'other' */
  readonly refusedFor?: keyof typeof REFUSAL_GROUNDS;
  readonly filedFor?: keyof typeof FILING_GROUNDS;
}

/** What happened beside its course, so many working days after it was registered. */
export type Aside = { readonly after: number } & (
  | { readonly what: 'note'; readonly text: string }
  | { readonly what: 'urge'; readonly request: string }
  | { readonly what: 'report'; readonly text: string }
  | { readonly what: 'open-identity' }
  | { readonly what: 'call-denunciation'; readonly by: string; readonly reason: string }
  | { readonly what: 'correct'; readonly to: string | null; readonly reason: string }
  | { readonly what: 'strike'; readonly by: string; readonly reason: string }
  /** One proposes the right day of receipt, so many working days after the one on record; another confirms. */
  | {
      readonly what: 'propose-day';
      readonly later: number;
      readonly proof: Proof;
      readonly reason: string;
    }
  | { readonly what: 'confirm-day'; readonly by: string }
  /** Into another matter of the demo, by its id. */
  | { readonly what: 'merge'; readonly into: string; readonly reason: string }
  | { readonly what: 'unmerge'; readonly reason: string }
  | { readonly what: 'ask-guidance'; readonly question: string; readonly reason: string }
  | { readonly what: 'give-guidance'; readonly answer: string }
);

export interface Rated {
  readonly stars: Stars;
  readonly reasons?: readonly RatingReason[];
  readonly words?: string;
}

/** A matter of the demo. To add one is to add an entry to a list in `texts/`. */
export interface MatterEntry {
  /** Stable: the keys of its commands are made from it. */
  readonly id: string;
  /** As the desk records it. */
  readonly kind: PetitionKind;
  readonly unit: OfficeUnit;
  readonly by: Channel;
  readonly from: SenderId;
  /** Unit complained of. @default the one that receives it; `null`: none is named */
  readonly about?: string | null;
  /** Posts of the people that it names. */
  readonly names?: readonly string[];
  /** One line without persons. A denunciation has none. */
  readonly gist?: string;
  readonly says: string;
  readonly forwarded?: { readonly kind: Forwarder; readonly name: string };
  /** @default true */
  readonly signed?: boolean;
  readonly stage: Stage;
  /** Working days since its last step; 0 is this morning. */
  readonly ago: number;
  /** What it is by its content, where that differs from what was declared. */
  readonly really?: { readonly kind: PetitionKind; readonly reason: string };
  /** @default 1 */
  readonly instance?: 1 | 2;
  /** What the case is about: its papers are found under this name. */
  readonly theme?: Theme;
  /** @default 'dismissed' */
  readonly conclusion?: Conclusion;
  /** This step came after its date. */
  readonly late?: 'acceptance' | 'resolution' | 'sending';
  /** The first draft was sent back. */
  readonly returned?: boolean;
  readonly ends?: Ending;
  /** Of a denunciation: the second person, who confirms how it ends, or declines it. */
  readonly second?: { readonly by: string; readonly declines?: string };
  readonly asides?: readonly Aside[];
  /** Working days before the receipt that the desk wrote as its day, in error. */
  readonly misdated?: number;
  /** What its sender said of the handling, on the day after the decision came. */
  readonly rated?: Rated;
}
