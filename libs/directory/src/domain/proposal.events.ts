import { directoryEntryV1, storedEvent, words } from '@minh-bach/contracts';
import { type EventOf, z } from '@minh-bach/kernel';

/** One administrator would have the directory say this; nothing has changed yet. */
export const changeProposed = storedEvent(
  'ChangeProposed',
  z.strictObject({
    entry: directoryEntryV1,
    /** What the directory said of it then, and at which revision of its stream. */
    before: directoryEntryV1.nullable(),
    revision: z.number().int(),
    /** People who may not decide on it: it is about them. */
    concerned: z.array(z.string()),
  }),
  {
    history: () => ({
      summary: words('Đề xuất thay đổi danh bạ.', 'A change of the directory was proposed.'),
    }),
  },
);
/** Another administrator agreed: the entry is recorded next. */
export const changeConfirmed = storedEvent('ChangeConfirmed', z.strictObject({}), {
  history: () => ({ summary: words('Xác nhận đề xuất.', 'The proposal was confirmed.') }),
});
export const changeDeclined = storedEvent('ChangeDeclined', z.strictObject({}), {
  history: () => ({ summary: words('Không chấp nhận đề xuất.', 'The proposal was declined.') }),
});

export const proposalEvents = [changeProposed, changeConfirmed, changeDeclined] as const;
export type ProposalEvent = EventOf<(typeof proposalEvents)[number]>;
export type ChangeProposed = EventOf<typeof changeProposed>;
