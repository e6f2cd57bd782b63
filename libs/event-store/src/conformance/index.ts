import { afterEach, beforeEach, describe } from '@jest/globals';
import { describeAppends } from './appends.ts';
import { describeReading } from './reading.ts';
import { describeRepetitions } from './repetitions.ts';
import { describeSubscriptions } from './subscriptions.ts';
import type { OpenSubject, Subject } from './subject.ts';

export * from './subject.ts';

/** What every adapter of the port must keep, on an empty log for each rule. */
export function describeEventStore(name: string, open: OpenSubject): void {
  describe(`event store: ${name}`, () => {
    let current: Subject | undefined;
    const subject = () => current!;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(() => current?.close());

    describe('appends', () => describeAppends(subject));
    describe('repetitions', () => describeRepetitions(subject));
    describe('reading', () => describeReading(subject));
    describe('subscriptions', () => describeSubscriptions(subject));
  });
}
