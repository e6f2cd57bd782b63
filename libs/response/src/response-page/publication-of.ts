import type { ResponseMatter } from '@minh-bach/contracts';
import type { Actor, RecordedEvent } from '@minh-bach/kernel';
import { areOneWillSince, personRefs, type ServiceRuntime } from '@minh-bach/platform';
import type { CaseEvent } from '../domain/case.events.ts';
import { keptSinceOf, type Requested } from '../domain/case.state.ts';

interface Read {
  readonly state: Requested;
  /** With working text opened. */
  readonly recorded: readonly RecordedEvent<CaseEvent>[];
  readonly actor: Actor;
}

const said = (text: unknown): string | null => (typeof text === 'string' ? text : null);

/** How far the text for everybody has come, and who may go on with it. */
export async function publicationOf(
  service: ServiceRuntime,
  { state, recorded, actor }: Read,
): Promise<ResponseMatter['publication']> {
  const { pending, published, takingBack } = state.publication;
  const last = <T extends CaseEvent['type']>(type: T) =>
    recorded.findLast(
      (one): one is RecordedEvent<Extract<CaseEvent, { type: T }>> => one.event.type === type,
    );
  const prepared = last('PublicationPrepared');
  const returned = last('PublicationReturned');
  const shown = last('DecisionPublished');
  const proposed = last('PublicationTakingBackProposed');
  const isOwn = (by: Parameters<typeof areOneWillSince>[2]) =>
    areOneWillSince(service, keptSinceOf(state.concluded), by, actor);
  const person = await personRefs(service.organisation, [
    prepared?.metadata.actor.person ?? null,
    proposed?.metadata.actor.person ?? null,
  ]);
  const isReturned =
    returned !== undefined && returned.event.data.version === prepared?.event.data.version;
  return {
    last: prepared
      ? {
          version: prepared.event.data.version,
          by: person(prepared.metadata.actor.person),
          at: prepared.metadata.recordedAt,
          text: said(prepared.event.data.text),
          compared: prepared.event.data.compared,
          returned: isReturned ? said(returned.event.data.reason) : null,
        }
      : null,
    pending: pending && { isOwn: await isOwn(pending.by) },
    published: published && shown ? { on: published.on, text: shown.event.data.text } : null,
    takingBack:
      takingBack && proposed
        ? {
            by: person(proposed.metadata.actor.person),
            isOwn: await isOwn(takingBack.by),
            reason: said(proposed.event.data.reason),
          }
        : null,
    takenBack: !published && shown ? { text: shown.event.data.text } : null,
  };
}
