import type { Action } from '@minh-bach/contracts';
import {
  DomainError,
  type Actor,
  type Decider,
  type DomainEvent,
  type RecordedEvent,
} from '@minh-bach/kernel';
import { readStream, stateOf } from '../commands/read-stream.ts';
import type { Protection } from '../matters/protection.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';

export type Known<S> = Exclude<S, { readonly is: 'unknown' }>;

const isKnown = <S extends { readonly is: string }>(state: S): state is Known<S> =>
  state.is !== 'unknown';

/** A matter's own stream in a service, as far as the actor's reach was judged. */
export interface LoadedMatter<S, E extends DomainEvent> {
  readonly stream: string;
  readonly events: readonly RecordedEvent<E>[];
  readonly state: S;
  /** It is a denunciation, or was found to be one: what it says stays sealed. */
  readonly isDenunciation: boolean;
  /** Of its petitions, as the actor's reach was judged by. */
  readonly protections: readonly Protection[];
}

/**
 * @param number of the petition or the case: either leads to the stream with this prefix
 * @throws DomainError `NOT_FOUND`, the same for what is unknown and what is not the actor's to see
 */
export async function loadMatter<S extends { readonly is: string }, E extends DomainEvent>(
  service: ServiceRuntime,
  {
    prefix,
    decider,
  }: {
    readonly prefix: string;
    readonly decider: Pick<Decider<S, never, E>, 'initialState' | 'evolve'>;
  },
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedMatter<Known<S>, E>> {
  const { streams, until } = await service.matters.streamsOf(number, action, actor);
  const found = streams.find(({ stream }) => stream.startsWith(prefix));
  if (!found) throw new DomainError('NOT_FOUND');
  const { stream, isDenunciation, protections } = found;
  const { registry, infrastructure } = service;
  const events = await readStream<E>(infrastructure.store, registry, stream, until);
  const state = stateOf(decider, events);
  if (!isKnown(state)) throw new DomainError('NOT_FOUND');
  return { stream, events, state, isDenunciation, protections };
}
