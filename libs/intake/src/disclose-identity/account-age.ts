import { readStream, type DirectoryEntryNoted, type ServiceRuntime } from '@minh-bach/platform';

/**
 * When the directory first said that the person signs in by the present account, as far as this service
 * has noted it.
 *
 * @returns ISO instant; undefined for a person it does not know
 */
export async function accountKnownSince(
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
