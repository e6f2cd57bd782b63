import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';

/** For specs: a new request of someone. */
export function askedBy(actor: Actor, over: Partial<RequestContext> = {}): RequestContext {
  const id = randomUUID();
  return {
    commandId: id,
    requestHash: 'this body',
    correlationId: id,
    causationId: id,
    actor,
    ...over,
  };
}

/** For specs: anybody of a unit, known for nothing else. */
export const someoneOf = (unit: string): Actor => ({ person: 'somebody', role: 'head', unit });
