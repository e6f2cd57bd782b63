import { describe, expect, it } from '@jest/globals';
import { continueTrace } from './traceparent.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('a trace (W3C Trace Context)', () => {
  it('goes on under a span of our own', () => {
    const { traceId, traceparent } = continueTrace(`00-${trace}-00f067aa0ba902b7-00`);
    expect(traceId).toBe(trace);
    expect(traceparent).toMatch(new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)[0-9a-f]{16}-00$`));
  });

  it.each([
    undefined,
    '',
    'x',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${trace}-${'0'.repeat(16)}-01`,
    `ff-${trace}-00f067aa0ba902b7-01`,
    `00-${trace.toUpperCase()}-00f067aa0ba902b7-01`,
    `00-${trace}-00f067aa0ba902b7-01\n`,
    [`00-${trace}-00f067aa0ba902b7-01`],
  ])('begins anew after %j', (header) => {
    const { traceId, traceparent } = continueTrace(header);
    expect(traceId).not.toBe(trace);
    expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });
});
