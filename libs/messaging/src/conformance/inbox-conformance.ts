import { describe } from '@jest/globals';
import type { InboxStore } from '../inbox/inbox-store.ts';
import { inboxDeadLetters } from './inbox-dead-letters.ts';
import { inboxFlood } from './inbox-flood.ts';
import { inboxHolding } from './inbox-holding.ts';
import { inboxKeeping } from './inbox-keeping.ts';
import { inboxOrder } from './inbox-order.ts';
import { inboxPlaces } from './inbox-places.ts';
import { InboxUnderTest } from './inbox-under-test.ts';

/** What every inbox store must let the inbox promise. */
export function inboxConformance(name: string, open: (group: string) => Promise<InboxStore>): void {
  describe(`inbox on ${name}`, () => {
    const on = new InboxUnderTest(open);
    inboxOrder(on);
    inboxHolding(on);
    inboxKeeping(on);
    inboxFlood(on);
    inboxDeadLetters(on);
    inboxPlaces(on);
  });
}
