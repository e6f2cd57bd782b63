import { DomainError, isCiphertext, mapSealed } from '@minh-bach/kernel';
import type { z } from 'zod';
import { checkSealsInReach } from './seals-in-reach.ts';
import type { FieldToSeal, Vault } from './vault.ts';

/** An event's data in clear, as decided. */
export interface DataToSeal {
  /** Of the event type; its fields marked `sealed()` are sealed. */
  readonly schema: z.ZodType;
  /** Whose keys: the matter's number. */
  readonly owner: string;
  readonly eventId: string;
  readonly data: unknown;
}

/**
 * The data of many events with their declared fields sealed, in one call to the vault.
 *
 * @throws DomainError `SEALED_ALREADY` {eventId, path}: a seal is bound to its event, so a
 *   ciphertext carried over from another one would never open again
 * @throws DomainError `SEAL_OUT_OF_REACH` {path}: the schema hides a sealed field in a union or the like
 */
export async function sealData(vault: Vault, events: readonly DataToSeal[]): Promise<unknown[]> {
  const fields: FieldToSeal[] = [];
  for (const { schema, owner, eventId, data } of events) {
    checkSealsInReach(schema);
    mapSealed(schema, data, ({ compartment, path, value }) => {
      if (isCiphertext(value)) throw new DomainError('SEALED_ALREADY', { eventId, path });
      return fields.push({ owner, compartment, eventId, path, value });
    });
  }
  if (fields.length === 0) return events.map(({ data }) => data);

  const ciphertexts = (await vault.seal(fields)).values();
  return events.map(({ schema, data }) =>
    mapSealed(schema, data, () => ciphertexts.next().value as unknown),
  );
}
