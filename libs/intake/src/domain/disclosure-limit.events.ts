import { defineEvent, type EventOf, z } from '@minh-bach/kernel';

const asked = { matter: z.string(), purpose: z.string() };

/** Stands in the stream of who opens, before the disclosure itself: by it the hour is counted. */
export const disclosureAllowed = defineEvent('DisclosureAllowed', z.strictObject(asked));

/** Past the limit: nothing was opened, and those who supervise see that it was tried. */
export const disclosureRefused = defineEvent(
  'DisclosureRefused',
  z.strictObject({
    ...asked,
    /** The limit then: matters in an hour. */
    atMost: z.number().int().positive(),
  }),
);

export type DisclosureAllowed = EventOf<typeof disclosureAllowed>;
export type DisclosureRefused = EventOf<typeof disclosureRefused>;
export type DisclosureLimitEvent = DisclosureAllowed | DisclosureRefused;
