import { willOf } from '@minh-bach/contracts';
import {
  callersOf,
  refuseCalledByRespondent,
  refuseNamesAbove,
  refuseNobodyLeft,
  type NamingFacts,
  type ServiceRuntime,
} from '@minh-bach/platform';
import type { Actor } from '@minh-bach/kernel';
import { closes } from './domain/classify.ts';
import type { Taken, TriageState } from './domain/petition.state.ts';

/**
 * Names are judged on the revision that they are recorded on: two corrections at once are two.
 *
 * @param kind what it is called with them
 * @throws DomainError `NOBODY_LEFT`, `NAMES_ABOVE`, `TAKES_ONESELF_OUT`, `ABOUT_ONESELF`
 */
export async function refuseNames(
  service: ServiceRuntime,
  state: TriageState,
  named: NamingFacts,
  actor: Actor,
  kind?: Taken['kind'],
): Promise<void> {
  if (state.is === 'unknown') return;
  const protection = await service.shield.protectionOf(state.petition);
  const needsCase = state.is === 'accepted' || (kind ?? state.kind) !== 'denunciation';
  const calls = kind !== undefined && closes(state, kind);
  const called = await callersOf(service.infrastructure.store, state.petition);
  const callers = calls ? [...called, ...willOf(actor)] : called;
  const { keptSince: receivedOn } = state;
  await refuseNobodyLeft(service, { protection, named, receivedOn, actor, callers, needsCase });
  await refuseNamesAbove(service, protection, { named, receivedOn }, actor);
  if (calls) await refuseCalledByRespondent(service, protection, named, actor);
}
