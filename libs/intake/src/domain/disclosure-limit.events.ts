import { instantSchema, storedEvent, words } from '@minh-bach/contracts';
import { type EventOf, z } from '@minh-bach/kernel';

const asked = { matter: z.string(), purpose: z.string() };

/** Stands in the stream of who opens, before the disclosure itself: by it the hour is counted. */
export const disclosureAllowed = storedEvent(
  'DisclosureAllowed',
  z.strictObject({
    ...asked,
    /** Since when the service knows the account of the person: by it an account is new. */
    accountSince: instantSchema.exactOptional(),
  }),
  {
    history: () => ({
      summary: words('Được mở thông tin danh tính.', 'An identity may be opened.'),
    }),
    // Version 2 has the account.
    version: 2,
    upcasters: { 1: (data) => data },
  },
);

/** Past the limit: nothing was opened, and those who supervise see that it was tried. */
export const disclosureRefused = storedEvent(
  'DisclosureRefused',
  z.strictObject({
    ...asked,
    /** The limit then: matters in an hour. */
    atMost: z.number().int().positive(),
  }),
  {
    history: ({ atMost }) => ({
      summary: words(
        `Không được mở thông tin danh tính: quá ${atMost} đơn trong một giờ.`,
        `No identity was opened: more than ${atMost} petitions in an hour.`,
      ),
    }),
  },
);

export type DisclosureAllowed = EventOf<typeof disclosureAllowed>;
export type DisclosureRefused = EventOf<typeof disclosureRefused>;
export type DisclosureLimitEvent = DisclosureAllowed | DisclosureRefused;
