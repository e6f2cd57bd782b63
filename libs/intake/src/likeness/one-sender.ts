import { readStream, type ServiceRuntime } from '@minh-bach/platform';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { isSameSender, type SenderMarks } from '../domain/sender-marks.ts';
import { petitions } from '../petition-stream.ts';

/** By the last word of the log on both; a denunciation bears no mark, so it never is. */
export async function areOfOneSender(
  service: ServiceRuntime,
  ...numbers: readonly [string, string]
): Promise<boolean> {
  const [one, other] = await Promise.all(numbers.map((number) => marksIn(service, number)));
  return isSameSender(one!, other!);
}

async function marksIn(
  { infrastructure, registry }: ServiceRuntime,
  number: string,
): Promise<SenderMarks> {
  let marks: SenderMarks = {};
  const recorded = await readStream(infrastructure.store, registry, petitions.nameOf(number));
  for (const { event } of recorded as readonly { readonly event: PetitionEvent }[]) {
    if (event.type === 'PetitionRegistered') marks = event.data.senderMarks ?? {};
    if (event.type === 'ProgressNoted' && event.data.kind === 'denunciation') return {};
    if (event.type === 'SenderCorrected') marks = corrected(marks, event.data);
  }
  return marks;
}

function corrected(
  marks: SenderMarks,
  {
    fields,
    senderMarks = {},
  }: { readonly fields: readonly string[]; readonly senderMarks?: SenderMarks },
): SenderMarks {
  const kept = Object.entries(marks).filter(([field]) => !fields.includes(field));
  return { ...Object.fromEntries(kept), ...senderMarks };
}
