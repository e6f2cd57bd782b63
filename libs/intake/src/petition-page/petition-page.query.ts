import { PETITION_STATE_WORDS, type IntakeMatter } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { ServiceRuntime, ownerOf, respondentRefs, unitRefs } from '@minh-bach/platform';
import { fieldsAt } from '@minh-bach/vault';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { loadPetition } from '../petition-stream.ts';

export class PetitionPageQuery extends Query<IntakeMatter> {
  constructor(
    readonly number: string,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** A petition as those who work on it see it: no identity; the working text is opened by this read. */
@QueryHandler(PetitionPageQuery)
export class PetitionPageHandler implements IQueryHandler<PetitionPageQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ number, actor }: PetitionPageQuery): Promise<IntakeMatter> {
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
    return {
      number: data.petition,
      revision: events.length - 1,
      declaredKind: data.declaredKind,
      channel: data.channel,
      senderKind: data.senderKind,
      unit: unit(data.unit),
      respondentUnit: respondentUnit === null ? null : unit(respondentUnit),
      respondents,
      isDenunciation,
      receivedOn: data.receivedOn,
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
      file: data.file && { type: data.file.type, size: data.file.size, hash: data.file.sha256 },
      summary: textAt('/summary'),
    };
  }
}
