import {
  KIND_WORDS,
  dayMonthYear,
  words,
  type LocalizedText,
  type PetitionState,
  type Tracked,
} from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import { dueOf } from '@minh-bach/platform';
import { mayAskWithdrawal } from '../domain/ask-withdrawal.ts';
import { lateOf } from './late-words.ts';
import { nextOf } from './next-words.ts';
import {
  isOpen,
  type CorrectedReceipt,
  type OpenStanding,
  type PetitionTrackRow,
  type TrackStep,
} from './petition-track.entity.ts';
import { openingsTold } from './openings.ts';
import { tasksOf } from './sender-words.ts';
import { STEP_WORDS, factsOf, sentenceOf } from './state-words.ts';
import type { Open } from './told.ts';

interface Known {
  /** By id. */
  readonly units: ReadonlyMap<
    string,
    { readonly parent: string | null; readonly name: LocalizedText }
  >;
  readonly now: Date;
  /** As the log has it now, where the row does not know it yet. */
  readonly isDenunciation: boolean;
}

/** What a row says to the sender, as of now; `undefined` for one without a step. */
export function tell(
  {
    petition,
    steps: noted,
    standing,
    receipt,
    openings,
    withdrawalAskedOn,
    stars,
  }: Omit<PetitionTrackRow, 'receiptHash'>,
  known: Known,
): Omit<Tracked, 'padding'> | undefined {
  const steps = noted.map((step) => onRightDay(step, receipt));
  const last = steps.at(-1);
  if (!last) return undefined;
  const open = !known.isDenunciation && isOpen(standing) ? openOf(standing, known) : null;
  const told = { ...last, open };
  return {
    number: petition,
    state: told.state,
    on: told.on,
    isConfidential: open === null,
    kind: open && KIND_WORDS[open.kind],
    unit: open && open.unit,
    sentence: sentenceOf(told),
    facts: factsOf(told),
    late: lateOf(told),
    next: nextOf(told),
    tasks: tasksOf(told),
    openings: open && isOpen(standing) ? openingsTold(openings, standing.unit) : null,
    rating: {
      isOpen: open !== null && stars === null && isAnswered(told.state),
      stars: open && stars,
    },
    withdrawal: {
      isOpen:
        open !== null &&
        mayAskWithdrawal({
          ...{ state: told.state, kind: open.kind, everDenunciation: false },
          isWithdrawalAsked: withdrawalAskedOn !== null,
        }),
      askedOn: open && withdrawalAskedOn,
    },
    timeline: steps.filter(isNews).map(({ state, on }) => ({
      ...{ state, on },
      text: state === 'received' && receipt ? correctedWords(receipt) : STEP_WORDS[state],
    })),
  };
}

/** The earlier day stays in the words. */
const onRightDay = (step: TrackStep, receipt: CorrectedReceipt | null): TrackStep =>
  step.state === 'received' && receipt ? { ...step, on: receipt.on } : step;

function correctedWords({ was }: CorrectedReceipt): LocalizedText {
  const day = dayMonthYear(was);
  return words(
    `Đã nhận đơn (ngày nhận đã được đính chính, trước đây ghi ${day})`,
    `Received (the date was corrected, it was recorded as ${day})`,
  );
}

function openOf(
  { unit: id = '', clock, window, publication, ...rest }: OpenStanding,
  { units, now }: Known,
): Open {
  const unit = units.get(id);
  const above = unit?.parent ? units.get(unit.parent) : undefined;
  return {
    ...rest,
    unit: unit?.name ?? { vi: id, en: id },
    above: above?.name ?? null,
    due: clock ? dueOf(clock, now) : null,
    window: window ? dueOf(window, now) : null,
    publication: publication && !rest.publishedOn ? dueOf(publication, now) : null,
    today: localDate(now.toISOString()),
  };
}

/** What it was found to be later changes no step: where it stands is noted again, and told once. */
const isNews = ({ state, on }: TrackStep, i: number, steps: readonly TrackStep[]): boolean =>
  steps[i - 1]?.state !== state || steps[i - 1]?.on !== on;

/** Its sender has the decision: they may say how it was handled. */
const isAnswered = (state: PetitionState): boolean =>
  state === 'decision_delivered' || state === 'closed';
