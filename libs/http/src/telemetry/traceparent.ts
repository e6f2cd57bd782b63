import { randomOctets } from '@minh-bach/kernel';

/** W3C Trace Context, version 00. */
export interface Trace {
  /** 32 hex digits. */
  readonly traceId: string;
  readonly traceparent: string;
}

const SHAPE = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

const span = () => randomOctets(8).toString('hex');

export function newTrace(): Trace {
  const traceId = randomOctets(16).toString('hex');
  return { traceId, traceparent: `00-${traceId}-${span()}-01` };
}

/** Goes on with the caller's trace under a span of our own; begins one where there is none. */
export function continueTrace(header: string | string[] | undefined): Trace {
  const [, traceId, flags] = (typeof header === 'string' && SHAPE.exec(header)) || [];
  if (traceId === undefined) return newTrace();
  return { traceId, traceparent: `00-${traceId}-${span()}-${flags}` };
}
