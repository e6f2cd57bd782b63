import { z } from 'zod';
import { personIdSchema } from '../vocabulary.ts';
import { personRefSchema } from './common.ts';

/** `POST /api/accounts/invitations` and `POST /api/accounts/invitation-codes`: for this person. */
export const invitationBody = z.strictObject({ person: personIdSchema });

/** `POST /api/accounts/invitations`: one half of an invitation, told once. */
export const invitationLinkSchema = z.strictObject({ url: z.string(), expiresAt: z.string() });
export type InvitationLink = z.infer<typeof invitationLinkSchema>;

/** `POST /api/accounts/invitation-codes`: the other half, for another administrator, told once. */
export const invitationCodeSchema = z.strictObject({ code: z.string(), expiresAt: z.string() });
export type InvitationCode = z.infer<typeof invitationCodeSchema>;

/** `GET /api/accounts/invitations`: those that wait to be used. */
export const invitationsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      person: personRefSchema,
      invitedBy: personRefSchema,
      invitedAt: z.string(),
      expiresAt: z.string(),
      /** Who drew the code; null while nobody has. */
      codeBy: personRefSchema.nullable(),
      /** Whether the asker may draw it: not the inviter, and not the invited person. */
      mayDrawCode: z.boolean(),
    }),
  ),
});
export type OpenInvitations = z.infer<typeof invitationsSchema>;
