import type { Actor } from '@minh-bach/kernel';

/** Who asks for what, once: made by the HTTP door, or by a consumer from its message. */
export interface RequestContext {
  /** Derived: the same request has the same id. */
  readonly commandId: string;
  /** Keyed hash of the request's content. */
  readonly requestHash: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  readonly traceparent?: string;
  /** From `If-Match`: the revision the person saw. */
  readonly ifMatch?: number;
}
