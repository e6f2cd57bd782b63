import { defineEvent, DomainError, type Actor, type EventOf } from '@minh-bach/kernel';
import { z } from 'zod';
import type { FieldToOpen, OpenedField, Vault } from './vault.ts';

/** A code of the policy, e.g. `contact-petitioner`; no free text, which might name someone. */
export const purposeSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/);

/** A service that discloses has this type in its registry, and appends it to the matter's stream. */
export const identityDisclosed = defineEvent(
  'IdentityDisclosed',
  z.strictObject({
    matter: z.string(),
    purpose: purposeSchema,
    fields: z.array(z.strictObject({ eventId: z.string(), path: z.string() })).min(1),
  }),
);

export type IdentityDisclosed = EventOf<typeof identityDisclosed>;

export interface DisclosureRequest {
  /** Whose right to see was checked by the caller. */
  readonly actor: Actor;
  readonly purpose: string;
  /** The matter the fields are of: fields of another do not open. */
  readonly matter: string;
  /** `identity` fields; an original file is opened by its key, a field like others. */
  readonly fields: readonly FieldToOpen[];
  /** Appends the event; resolves when it is durable in the log. */
  readonly append: (event: IdentityDisclosed, actor: Actor) => Promise<unknown>;
}

/**
 * The one place that opens `identity`: first the event that says so, one a request, then the
 * fields. No event, no disclosure. An event may stand there without a disclosure (a crash between
 * the two, or an erased field): the log says more was seen than was, never less.
 */
export class Disclosures {
  constructor(private readonly vault: Vault) {}

  /**
   * @throws DomainError `NOTHING_TO_DISCLOSE`, `PURPOSE_UNKNOWN`, `NOT_OF_MATTER` {matter}, what
   *   `append` threw, and then what `Vault.open` throws
   */
  async disclose(request: DisclosureRequest): Promise<OpenedField[]> {
    const { actor, purpose, matter, fields, append } = request;
    if (fields.length === 0) throw new DomainError('NOTHING_TO_DISCLOSE');
    if (!purposeSchema.safeParse(purpose).success) throw new DomainError('PURPOSE_UNKNOWN');
    if (fields.some((field) => field.owner !== matter))
      throw new DomainError('NOT_OF_MATTER', { matter });
    const places = fields.map(({ eventId, path }) => ({ eventId, path }));
    const data = { matter, purpose, fields: places };
    await append({ type: identityDisclosed.type, data }, actor);
    return this.vault.open(fields);
  }
}
