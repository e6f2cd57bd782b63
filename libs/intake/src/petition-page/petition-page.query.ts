import { PETITION_STATE_WORDS, roleFor, type IntakeMatter, type Role } from '@minh-bach/contracts';
import { localDate, type Actor } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  areOneWillSince,
  isKept,
  mayConfirm,
  openWorking,
  ownerOf,
  personRefs,
  respondentRefs,
  toldRevision,
  unitRefs,
} from '@minh-bach/platform';
import { fieldsAt } from '@minh-bach/vault';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { confirmersOf } from '../correct/who-confirms.ts';
import { matterToOpen } from '../disclose-identity/load-to-open.ts';
import { hasDeclinedEnough } from '../domain/corrections-per-day.ts';
import { similarTo } from '../likeness/similar-petitions.ts';
import { loadPetition, type LoadedPetition } from '../petition-stream.ts';

export class PetitionPageQuery extends Query<IntakeMatter> {
  constructor(
    readonly number: string,
    readonly actor: Actor,
    /** Of the acting post. */
    readonly roles: readonly Role[] = [],
  ) {
    super();
  }
}

const READS_RATING: readonly string[] = ['head', 'auditor'];
const READS_WITHDRAWAL: readonly string[] = [...READS_RATING, 'receiver', 'classifier'];

/** A petition as those who work on it see it: no identity; the working text is opened by this read. */
@QueryHandler(PetitionPageQuery)
export class PetitionPageHandler implements IQueryHandler<PetitionPageQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, actor, roles }: PetitionPageQuery): Promise<IntakeMatter> {
    const { organisation, infrastructure } = this.service;
    const petition = await loadPetition(this.service, number, 'petition.read-received', actor);
    const { stream, events, registered, state, isDenunciation, protections } = petition;
    const { data } = registered.event;
    const judged = protections.find(({ petition: one }) => one === data.petition);
    const protection = await this.service.shield.protectionOf(judged ?? data.petition);
    const { about } = protection;
    const respondentUnit = about === null ? data.respondentUnit : (about[0] ?? null);
    const respondents = await respondentRefs(this.service, protection);
    const sealed = fieldsAt(
      { owner: ownerOf(stream), eventId: registered.id, data },
      isDenunciation ? [] : ['/summary', '/forwardedBy/name'],
    );
    const opened = await infrastructure.readingRoom.read({
      actor,
      purpose: 'read-petition',
      matter: ownerOf(stream),
      fields: sealed,
    });
    const textAt = (path: string) => {
      const found = opened[sealed.findIndex((field) => field.path === path)];
      return found?.state === 'open' ? String(found.value) : null;
    };
    const unit = await unitRefs(organisation);
    const sealedFrom = matterToOpen(petition, 'petition.propose-correction');
    const kept = await isKept(this.service, sealedFrom, actor);
    return {
      number: data.petition,
      revision: toldRevision(this.service.registry, events),
      declaredKind: data.declaredKind,
      channel: state.channel,
      senderKind: data.senderKind,
      unit: unit(data.unit),
      respondentUnit: respondentUnit === null ? null : unit(respondentUnit),
      respondents,
      isDenunciation,
      receivedOn: state.receivedOn,
      receivedOnBefore: state.receivedOnBefore,
      correction: await this.#correction(petition, actor, roles),
      isKept: kept,
      datedOn: data.datedOn,
      registeredAt: registered.metadata.recordedAt,
      forwardedBy: data.forwardedBy
        ? { ...data.forwardedBy, name: textAt('/forwardedBy/name') }
        : null,
      signed: data.signed,
      legible: data.legible,
      language: data.language,
      gist: isDenunciation ? null : data.gist,
      state: state.state,
      stateText: PETITION_STATE_WORDS[state.state],
      case: state.case,
      withdrawal: await this.#withdrawal(petition, actor, kept),
      rating: await this.#rating(petition, actor, kept),
      file: data.file && { type: data.file.type, size: data.file.size, hash: data.file.sha256 },
      summary: textAt('/summary'),
      similar: await similarTo(this.service, petition, { actor, roles }),
    };
  }

  /** What its sender asked for by the code. The words may say who threatens them: they are for who decides on it. */
  async #withdrawal(
    petition: LoadedPetition,
    actor: Actor,
    kept: boolean,
  ): Promise<IntakeMatter['withdrawal']> {
    const { stream, events, isDenunciation } = petition;
    const asked = events.find(({ event }) => event.type === 'WithdrawalAsked');
    if (asked?.event.type !== 'WithdrawalAsked') return null;
    const { isWhole } = asked.event.data;
    const on = localDate(asked.metadata.recordedAt);
    if (isDenunciation || kept || !READS_WITHDRAWAL.includes(actor.role))
      return { on, isWhole, words: null };
    const reading = { actor, purpose: 'read-petition', stream, events: [asked] };
    const [opened] = await openWorking(this.service, reading);
    const said = opened?.event.type === 'WithdrawalAsked' && opened.event.data.words;
    return { on, isWhole, words: typeof said === 'string' ? said : null };
  }

  /** The words are for heads and auditors whom it does not name. */
  async #rating(
    petition: LoadedPetition,
    actor: Actor,
    kept: boolean,
  ): Promise<IntakeMatter['rating']> {
    const { stream, events, isDenunciation } = petition;
    const rated = events.find(({ event }) => event.type === 'HandlingRated');
    if (rated?.event.type !== 'HandlingRated' || isDenunciation) return null;
    const { stars, reasons } = rated.event.data;
    if (kept || !READS_RATING.includes(actor.role)) return { stars, reasons, words: null };
    const reading = { actor, purpose: 'read-petition', stream, events: [rated] };
    const [opened] = await openWorking(this.service, reading);
    const said = opened?.event.type === 'HandlingRated' && opened.event.data.words;
    return { stars, reasons, words: typeof said === 'string' ? said : null };
  }

  /** What waits for a second person; nothing for those who are kept from it. */
  async #correction(
    petition: LoadedPetition,
    actor: Actor,
    roles: readonly Role[],
  ): Promise<IntakeMatter['correction']> {
    const { stream, events, state } = petition;
    const { correction } = state;
    const last = events.findLast(({ event }) => event.type === 'ReceiptCorrectionProposed');
    if (!correction || !last) return null;
    const matter = matterToOpen(petition, 'petition.confirm-correction');
    if (await isKept(this.service, matter, actor)) return null;
    const { proposer, receivedOn, channel = null, proof, at } = correction;
    const reading = { actor, purpose: 'read-petition', stream, events: [last] };
    const [opened] = await openWorking(this.service, reading);
    const reason = opened?.event.type === 'ReceiptCorrectionProposed' && opened.event.data.reason;
    const person = await personRefs(this.service.organisation, [proposer.person]);
    const isOwn = await areOneWillSince(this.service, state.keptSince, proposer, actor);
    const confirmers = await confirmersOf(this.service, petition, proposer);
    const unit = await unitRefs(this.service.organisation);
    return {
      ...{ receivedOn, channel, proof, at, isOwn },
      mayConfirm: mayConfirm(confirmers, actor),
      confirmedBy: confirmers && unit(confirmers.unit.id),
      by: person(proposer.person),
      mayDecline: !hasDeclinedEnough(state, actor, this.service.clock.now()),
      mayAnswer: roleFor('petition.confirm-correction', roles) !== undefined,
      reason: typeof reason === 'string' ? reason : null,
    };
  }
}
