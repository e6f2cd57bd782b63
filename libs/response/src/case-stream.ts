import type { Action } from '@minh-bach/contracts';
import { DomainError, type Actor, type RecordedEvent } from '@minh-bach/kernel';
import { readStream, type ServiceRuntime } from '@minh-bach/platform';
import { caseDecider, type Requested } from './domain/case.decider.ts';
import type { CaseEvent } from './domain/case.events.ts';

const PREFIX = 'response.case-';
export const streamOfCase = (number: string): string => `${PREFIX}${number}`;

export interface LoadedCase {
  readonly stream: string;
  readonly events: readonly RecordedEvent<CaseEvent>[];
  readonly state: Requested;
}

/**
 * @param number of the case, or of one of its petitions
 * @throws DomainError `NOT_FOUND`, the same for what is unknown and what is not the actor's to see
 */
export async function loadCase(
  service: ServiceRuntime,
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedCase> {
  const streams = await service.matters.streamsOf(number, action, actor.unit);
  const stream = streams.find((name) => name.startsWith(PREFIX));
  if (!stream) throw new DomainError('NOT_FOUND');
  const events = await readStream<CaseEvent>(
    service.infrastructure.store,
    service.registry,
    stream,
  );
  const state = events.reduce(
    (s, r) => caseDecider.evolve(s, r.event, r.metadata),
    caseDecider.initialState,
  );
  if (state.is === 'unknown') throw new DomainError('NOT_FOUND');
  return { stream, events, state };
}
