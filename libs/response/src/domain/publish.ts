import {
  actingOf,
  areOneWill,
  boundPerDay,
  confirmPublication,
  confirmTakingBack,
  declineTakingBack,
  endClocks,
  preparePublication,
  proposeTakingBack,
  refusalsOf,
  returnPublication,
  willOf,
  type Acting,
  type BodyOf,
  type ClockStarted,
} from '@minh-bach/contracts';
import type { Actor, EventContext } from '@minh-bach/kernel';
import { ofCase, type Requested } from './case.state.ts';
import { publicUntil } from './last-days.ts';
import type { PublicationEvent } from './publish.events.ts';
import type { SendingEvent } from './send.ts';

/** What became public of the decision, and what waits for a second person. */
export interface Publication {
  /** Of the last text that was prepared; 0 before the first. */
  readonly version: number;
  /** Waits to be read. */
  readonly pending: { readonly by: Acting } | null;
  readonly published: { readonly on: string } | null;
  /** Proposed, waits to be confirmed. */
  readonly takingBack: { readonly by: Acting } | null;
  /** The limit that the publication ended. */
  readonly limit: ClockStarted | null;
  /** It was taken back too soon: a file that is closed is not done with, until it is public again. */
  readonly isOwedAgain: boolean;
}

const LIMIT = 'KN.PUBLISH';

export const NOT_PUBLISHED: Publication = {
  version: 0,
  pending: null,
  published: null,
  takingBack: null,
  limit: null,
  isOwedAgain: false,
};

/** Facts: how the text stands to what is sealed of the sender. */
export interface Compared {
  readonly namesSender: boolean;
  /** Whether there was anything to compare it with. */
  readonly compared: boolean;
}

export interface PreparePublication extends BodyOf<typeof preparePublication>, Compared {
  readonly type: 'PreparePublication';
}
export interface ConfirmPublication extends BodyOf<typeof confirmPublication>, Compared {
  readonly type: 'ConfirmPublication';
  /** As it was read: opened for the one who confirms. */
  readonly text: string;
}
export interface ReturnPublication extends BodyOf<typeof returnPublication> {
  readonly type: 'ReturnPublication';
}
export interface ProposeTakingBack extends BodyOf<typeof proposeTakingBack> {
  readonly type: 'ProposeTakingBack';
}
export interface ConfirmTakingBack {
  readonly type: 'ConfirmTakingBack';
}
export interface DeclineTakingBack extends BodyOf<typeof declineTakingBack> {
  readonly type: 'DeclineTakingBack';
}
export type PublicationCommand =
  | PreparePublication
  | ConfirmPublication
  | ReturnPublication
  | ProposeTakingBack
  | ConfirmTakingBack
  | DeclineTakingBack;

/** Drafts are whole texts, and each reader's page opens the last of them; some addressees are several. */
export const writtenPerDay = boundPerDay<PublicationEvent['type'] | SendingEvent['type']>(
  new Map([
    ['PublicationPrepared', 20],
    ['PublicationReturned', 20],
    ['PublicationTakingBackProposed', 5],
    ['PublicationTakingBackDeclined', 10],
    ['DecisionSent', 50],
    ['DecisionDelivered', 50],
  ]),
);

export function decidePublication(
  state: Requested,
  command: PublicationCommand,
  { actor, today }: { readonly actor: Actor; readonly today: string },
): PublicationEvent {
  const { publication } = state;
  switch (command.type) {
    case 'PreparePublication':
      return prepare(state, command);
    case 'ConfirmPublication':
      return publish(state, command, { actor, today });
    case 'ReturnPublication': {
      const { version, reason } = command;
      const refuse = refusalsOf(returnPublication);
      if (publication.pending === null || publication.version !== version)
        throw refuse('NO_PUBLICATION_PENDING');
      return { type: 'PublicationReturned', data: { ...ofCase(state), version, reason } };
    }
    case 'ProposeTakingBack': {
      const refuse = refusalsOf(proposeTakingBack);
      if (publication.published === null) throw refuse('NOT_PUBLISHED_NOW');
      if (publication.takingBack !== null) throw refuse('TAKING_BACK_PENDING');
      const { reason } = command;
      return { type: 'PublicationTakingBackProposed', data: { ...ofCase(state), reason } };
    }
    case 'ConfirmTakingBack': {
      const refuse = refusalsOf(confirmTakingBack);
      const { takingBack } = publication;
      if (takingBack === null) throw refuse('NO_TAKING_BACK_PENDING');
      if (areOneWill(willOf(takingBack.by), willOf(actor))) throw refuse('SECOND_READER_NEEDED');
      return {
        type: 'PublicationTakenBack',
        data: { ...ofCase(state), ...owedAgain(state, today) },
      };
    }
    case 'DeclineTakingBack': {
      if (publication.takingBack === null)
        throw refusalsOf(declineTakingBack)('NO_TAKING_BACK_PENDING');
      const { reason } = command;
      return { type: 'PublicationTakingBackDeclined', data: { ...ofCase(state), reason } };
    }
  }
}

/** Complaints alone: the conclusion of a denunciation is published by a law of its own (Luật Tố cáo Đ.40). */
function prepare(state: Requested, command: PreparePublication): PublicationEvent {
  const refuse = refusalsOf(preparePublication);
  const { publication, concluded } = state;
  if (state.is === 'requested')
    throw refuse('NOT_THE_TIME_FOR_THIS', { state: state.is, expected: 'issued' });
  if (concluded.kind !== 'complaint') throw refuse('NOT_TO_BE_PUBLISHED');
  if (publication.published !== null) throw refuse('ALREADY_PUBLISHED');
  if (command.namesSender) throw refuse('SENDER_IN_TEXT');
  const { text, compared } = command;
  const version = publication.version + 1;
  return { type: 'PublicationPrepared', data: { ...ofCase(state), version, text, compared } };
}

function publish(
  state: Requested,
  { version, way, text, namesSender }: ConfirmPublication,
  { actor, today }: { readonly actor: Actor; readonly today: string },
): PublicationEvent {
  const refuse = refusalsOf(confirmPublication);
  const { publication, concluded, issuedOn } = state;
  const { pending } = publication;
  if (pending === null || publication.version !== version || issuedOn === null)
    throw refuse('NO_PUBLICATION_PENDING');
  if (areOneWill(willOf(pending.by), willOf(actor))) throw refuse('SECOND_READER_NEEDED');
  // Who sent it may have been corrected since.
  if (namesSender) throw refuse('SENDER_IN_TEXT');
  const { kind, instance, conclusion } = concluded;
  const clocksEnded = endClocks(state.clocks, 'met', LIMIT).map((end) => ({
    ...end,
    on: today,
  }));
  return {
    type: 'DecisionPublished',
    data: {
      ...ofCase(state),
      version,
      publishedOn: today,
      ...(way === null ? {} : { way }),
      ...{ kind, instance, conclusion, issuedOn, text },
      ...(clocksEnded.length > 0 ? { clocksEnded } : {}),
    },
  };
}

/**
 * What was not public for as long as the law asks is owed as before: its limit runs again as it ran, to the
 * same last day. Where that is over, it is late from now on.
 */
function owedAgain(
  { publication: { published, limit }, concluded }: Requested,
  today: string,
): { readonly clocksStarted?: ClockStarted[] } {
  if (published === null || limit === null) return {};
  const isShort = today <= publicUntil(published.on, concluded.receivedOn);
  return isShort ? { clocksStarted: [limit] } : {};
}

/** @param clocks before the event */
export function evolvePublication(
  { publication: was, clocks }: Pick<Requested, 'publication' | 'clocks'>,
  { type, data }: PublicationEvent,
  { actor }: EventContext,
): Publication {
  const by = actingOf(actor);
  switch (type) {
    case 'PublicationPrepared':
      return { ...was, version: data.version, pending: { by } };
    case 'PublicationReturned':
      return { ...was, pending: null };
    case 'DecisionPublished':
      return {
        ...{ ...was, pending: null, published: { on: data.publishedOn } },
        limit: clocks.running[LIMIT] ?? null,
        isOwedAgain: false,
      };
    case 'PublicationTakingBackProposed':
      return { ...was, takingBack: { by } };
    case 'PublicationTakingBackDeclined':
      return { ...was, takingBack: null };
    case 'PublicationTakenBack':
      return {
        ...{ ...was, takingBack: null, published: null, limit: null },
        isOwedAgain: data.clocksStarted !== undefined,
      };
  }
}
