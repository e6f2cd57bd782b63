import type { Action } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { loadMatter, type LoadedMatter, type ServiceRuntime } from '@minh-bach/platform';
import { caseDecider, type CaseState, type Received } from './domain/case.decider.ts';
import type { CaseEvent } from './domain/case.events.ts';

const CASES = { prefix: 'investigation.case-', decider: caseDecider };
export const streamOfCase = (number: string): string => `${CASES.prefix}${number}`;

/** By its own number, or by one of its petitions'. @throws DomainError `NOT_FOUND` */
export const loadCase = (
  service: ServiceRuntime,
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedMatter<Received, CaseEvent>> =>
  loadMatter<CaseState, CaseEvent>(service, CASES, number, action, actor);
