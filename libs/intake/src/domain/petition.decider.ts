import {
  NOTHING_YET,
  refusal,
  refusalsOf,
  registerPetition,
  type Channel,
  type PerDay,
  type PetitionKind,
  type PetitionState,
  type Stars,
} from '@minh-bach/contracts';
import { localDate, type Decider } from '@minh-bach/kernel';
import {
  decideCorrection,
  evolveCorrection,
  type CorrectionCommand,
  type PendingReceipt,
} from './correct-receipt.ts';
import { MAX_DAYS_BEFORE_REGISTRATION, daysBetween } from './days.ts';
import { newIn, type News } from './news.ts';
import { askWithdrawal, type AskWithdrawal } from './ask-withdrawal.ts';
import { rate, type RateHandling } from './rate.ts';
import type { PetitionEvent, PetitionRegistered } from './petition.events.ts';

export interface RegisterPetition {
  readonly type: 'RegisterPetition';
  readonly petition: PetitionRegistered['data'];
}

export interface NoteProgress {
  readonly type: 'NoteProgress';
  /** Absent: it stands where it stood. */
  readonly state?: PetitionState;
  readonly on: string;
  readonly case: string | null;
  /** Triage opens the case; whoever works on it tells of that one alone. */
  readonly opensCase: boolean;
  /** When it happened there: news of several services may overtake each other. */
  readonly at: string;
  readonly kind?: PetitionKind;
  readonly respondentUnit?: string;
  readonly news?: News;
}

export type PetitionCommand =
  RegisterPetition | NoteProgress | CorrectionCommand | RateHandling | AskWithdrawal;

export type PetitionRecord =
  | { readonly is: 'unknown' }
  | {
      readonly is: 'registered';
      /** By the last word on it. */
      readonly receivedOn: string;
      readonly receivedOnBefore: string | null;
      /** The earliest that was ever said: who deputised for a respondent since then is kept out. */
      readonly keptSince: string;
      readonly channel: Channel;
      /** The day on which it was written down. */
      readonly registeredOn: string;
      /** The latest date on the paper and on the letter that forwarded it. */
      readonly notBefore: string | null;
      readonly correction: PendingReceipt | null;
      readonly today: PerDay;
      readonly state: PetitionState;
      /** When that was told from, and its day. */
      readonly asOf: string;
      readonly on: string;
      /** As declared, until it is classified. */
      readonly kind: PetitionKind;
      readonly respondentUnit: string | null;
      /** Its case's number, once it was accepted. */
      readonly case: string | null;
      /** Declared or found to be one, once and for ever. */
      readonly everDenunciation: boolean;
      /** The last word on each. */
      readonly news: News;
      /** By its sender. */
      readonly stars: Stars | null;
      readonly isWithdrawalAsked: boolean;
    };

export type Registered = Extract<PetitionRecord, { is: 'registered' }>;

const refuse = refusalsOf(registerPetition);

/** As instants, not as text: what was written long ago may bear an offset. */
const isBefore = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b);

const isPast = (state: PetitionState): boolean => state !== 'received' && state !== 'classified';

export const petitionDecider: Decider<PetitionRecord, PetitionCommand, PetitionEvent> = {
  initialState: { is: 'unknown' },

  decide(command, state, { actor, now }) {
    switch (command.type) {
      case 'RegisterPetition': {
        if (state.is !== 'unknown') throw refuse('NUMBER_TAKEN');
        refuseWrongDates(command.petition, localDate(now));
        refuseOpenDenunciation(command.petition);
        return [{ type: 'PetitionRegistered', data: command.petition }];
      }
      case 'NoteProgress': {
        if (state.is === 'unknown') throw refusal('PETITION_UNKNOWN');
        refuseForeignCase(state, command);
        const { kind = state.kind, respondentUnit = state.respondentUnit, at } = command;
        const sameContent = state.kind === kind && state.respondentUnit === respondentUnit;
        const news = newsFor(state, command);
        const { state: to = state.state } = command;
        // What it is by its content is never old news: it may be what closes it.
        const isOld = to === state.state ? !news : isBefore(at, state.asOf);
        if (sameContent && isOld) return [];
        const { type: _, at: __, opensCase: ___, news: ____, ...told } = command;
        // Called a denunciation after its decision: to its sender it stands where it stood.
        const isLate = to === 'classified' && !sameContent && isPast(state.state);
        const onlyAdds = to === state.state && sameContent;
        const stands = isLate || onlyAdds ? standing(state) : { state: to };
        return [{ type: 'ProgressNoted', data: { ...told, ...stands, ...(news ? { news } : {}) } }];
      }
      case 'RateHandling':
        if (state.is === 'unknown') throw refusal('PETITION_UNKNOWN');
        return [rate(state, command)];
      case 'AskWithdrawal':
        if (state.is === 'unknown') throw refusal('PETITION_UNKNOWN');
        return [askWithdrawal(state, command)];
      case 'ProposeReceiptDate':
      case 'ConfirmCorrection':
      case 'DeclineCorrection':
      case 'CorrectSender':
        if (state.is === 'unknown') throw refusal('PETITION_UNKNOWN');
        return [decideCorrection(command, state, actor, now)];
    }
  },

  evolve(state, event, metadata) {
    const { occurredAt, recordedAt } = metadata;
    switch (event.type) {
      case 'PetitionRegistered':
        return {
          is: 'registered',
          receivedOn: event.data.receivedOn,
          receivedOnBefore: null,
          keptSince: event.data.receivedOn,
          channel: event.data.channel,
          registeredOn: localDate(recordedAt),
          notBefore: latest(event.data.datedOn, event.data.forwardedBy?.sentOn ?? null),
          correction: null,
          today: NOTHING_YET,
          state: 'received',
          asOf: occurredAt,
          on: event.data.receivedOn,
          kind: event.data.declaredKind,
          respondentUnit: event.data.respondentUnit,
          case: null,
          everDenunciation: event.data.declaredKind === 'denunciation',
          news: {},
          stars: null,
          isWithdrawalAsked: false,
        };
      case 'ProgressNoted': {
        if (state.is === 'unknown') return state;
        const { state: told, on, kind = state.kind, case: opened } = event.data;
        const { respondentUnit = state.respondentUnit } = event.data;
        return {
          ...state,
          state: told,
          kind,
          respondentUnit,
          case: opened ?? state.case,
          everDenunciation: state.everDenunciation || kind === 'denunciation',
          news: { ...state.news, ...event.data.news },
          asOf: told === state.state ? state.asOf : occurredAt,
          on,
        };
      }
      case 'HandlingRated':
        return state.is === 'unknown' ? state : { ...state, stars: event.data.stars };
      case 'WithdrawalAsked':
        return state.is === 'unknown' ? state : { ...state, isWithdrawalAsked: true };
      case 'ReceiptCorrectionProposed':
      case 'ReceiptCorrectionDeclined':
      case 'ReceiptDateCorrected':
      case 'SenderCorrected':
        return state.is === 'unknown' ? state : evolveCorrection(state, event, metadata);
    }
  },
};

const latest = (...dates: (string | null)[]): string | null =>
  dates
    .filter((one) => one !== null)
    .sort()
    .at(-1) ?? null;

const standing = ({ state, on, case: number }: Registered) => ({
  ...{ state, on, case: number },
});

/** What it has to say beside the state; of a denunciation nothing is kept where others may read it. */
function newsFor(
  { everDenunciation, news: known }: Registered,
  { kind, news }: NoteProgress,
): News | undefined {
  if (everDenunciation || kind === 'denunciation' || news === undefined) return undefined;
  return newIn(known, news);
}

/** A service that tells of a case would else end a petition that it never had, or link it to another case. */
function refuseForeignCase(
  { case: own }: Registered,
  { case: told, opensCase }: NoteProgress,
): void {
  if (told === null || told === own) return;
  if (own !== null) throw refusal('CASE_OF_ANOTHER_PETITION');
  if (!opensCase) throw refusal('CASE_UNKNOWN');
}

/** Nothing of what a denunciation says stands in the open or in the working text (Luật Tố cáo Đ.56). */
function refuseOpenDenunciation({ declaredKind, gist, summary }: PetitionRegistered['data']): void {
  if (declaredKind === 'denunciation' && (gist !== null || summary !== null))
    throw refuse('DENUNCIATION_IN_THE_OPEN');
}

function refuseWrongDates(
  { receivedOn, datedOn, forwardedBy }: PetitionRegistered['data'],
  today: string,
): void {
  if (receivedOn > today) throw refuse('RECEIVED_IN_FUTURE');
  if (daysBetween(receivedOn, today) > MAX_DAYS_BEFORE_REGISTRATION)
    throw refuse('RECEIVED_TOO_LONG_AGO', { days: MAX_DAYS_BEFORE_REGISTRATION });
  if (datedOn !== null && datedOn > receivedOn)
    throw refuse('DATED_AFTER_RECEIPT', { field: '/datedOn' });
  if (forwardedBy?.sentOn && forwardedBy.sentOn > receivedOn)
    throw refuse('DATED_AFTER_RECEIPT', { field: '/forwardedBy/sentOn' });
}
