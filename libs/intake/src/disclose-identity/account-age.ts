import { decodeAsWritten } from '@minh-bach/kernel';
import { readStream, type DirectoryEntryNoted, type ServiceRuntime } from '@minh-bach/platform';
import { disclosuresBy } from './disclosures-by.ts';

/**
 * Since when the present account opens what identities: its first opening here, now where there is none.
 * An entry of the directory may be a day old, or a year, before anybody can sign in by it.
 *
 * @returns ISO instant; undefined for a person whom this service does not know
 */
export async function accountOpensSince(
  service: ServiceRuntime,
  person: string,
): Promise<string | undefined> {
  const known = await accountKnownSince(service, person);
  if (known === undefined) return undefined;
  const { store } = service.infrastructure;
  for await (const { type, data, metadata } of store.readStream(disclosuresBy(person))) {
    if (type !== 'DisclosureAllowed') continue;
    const { recordedAt } = decodeAsWritten(type, data, metadata).metadata;
    if (Date.parse(recordedAt) >= Date.parse(known)) return recordedAt;
  }
  return service.clock.now().toISOString();
}

/**
 * When the directory first said that the person signs in by the present account, as far as this service
 * has noted it.
 *
 * @returns ISO instant; undefined for a person it does not know
 */
async function accountKnownSince(
  { infrastructure, registry, name }: ServiceRuntime,
  person: string,
): Promise<string | undefined> {
  const stream = `${name}.directory-person.${person}`;
  const noted = await readStream<DirectoryEntryNoted>(infrastructure.store, registry, stream);
  const accounts = noted.flatMap(({ event, metadata }) => {
    const { entry } = event.data;
    return entry.kind === 'person' ? [{ ...entry, at: metadata.occurredAt }] : [];
  });
  const last = accounts.at(-1);
  return accounts.find(({ issuer, subject }) => issuer === last?.issuer && subject === last.subject)
    ?.at;
}
