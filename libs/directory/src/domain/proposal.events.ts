import { directoryEntryV1 } from '@minh-bach/contracts';
import { defineEvent, type EventOf, z } from '@minh-bach/kernel';

/** One administrator would have the directory say this; nothing has changed yet. */
export const changeProposed = defineEvent(
  'ChangeProposed',
  z.strictObject({
    entry: directoryEntryV1,
    /** What the directory said of it then, and at which revision of its stream. */
    before: directoryEntryV1.nullable(),
    revision: z.number().int(),
    /** People who may not decide on it: it is about them. */
    concerned: z.array(z.string()),
  }),
);
/** Another administrator agreed: the entry is recorded next. */
export const changeConfirmed = defineEvent('ChangeConfirmed', z.strictObject({}));
export const changeDeclined = defineEvent('ChangeDeclined', z.strictObject({}));

export const proposalEvents = [changeProposed, changeConfirmed, changeDeclined] as const;
export type ProposalEvent = EventOf<(typeof proposalEvents)[number]>;
export type ChangeProposed = EventOf<typeof changeProposed>;
