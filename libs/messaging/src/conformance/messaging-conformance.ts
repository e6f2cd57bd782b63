import { messagingDelivery } from './messaging-delivery.ts';
import { messagingTrouble } from './messaging-trouble.ts';
import { messagingUntranslatable } from './messaging-untranslatable.ts';
import { MessagingUnderTest, type MessagingHarness } from './messaging-under-test.ts';

/** What both adapters promise to services. */
export function messagingConformance(
  describeIt: (name: string, body: () => void) => void,
  name: string,
  start: () => Promise<MessagingHarness>,
): void {
  describeIt(`messaging, ${name}`, () => {
    const on = new MessagingUnderTest(start);
    messagingDelivery(on);
    messagingTrouble(on);
    messagingUntranslatable(on);
  });
}
