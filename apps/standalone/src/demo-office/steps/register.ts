import { registerPetition, type BodyOf } from '@minh-bach/contracts';
import { hashReceiptCode } from '@minh-bach/kernel';
import { drawn, receiptCodeOf } from '../drawn.ts';
import type { MatterEntry } from '../matter-entry.ts';
import { SENDERS } from '../texts/senders.ts';
import { daysBefore } from '../working-days.ts';
import type { Moment } from './step.ts';

type Registration = Omit<BodyOf<typeof registerPetition>, 'language' | 'legible' | 'file'>;

const BY_MAIL = ['post', 'forwarded'];

/** What the desk types in. Paper that came by mail was received a working day earlier now and then. */
export function registrationOf(
  entry: MatterEntry,
  { before }: Pick<Moment, 'before'>,
): Registration {
  const { id, kind, by, from, unit, names = [], forwarded, signed = true, gist = null } = entry;
  const { misdated } = entry;
  const { kind: senderKind, ...sender } = SENDERS[from];
  const byMail = BY_MAIL.includes(by) && drawn(`${id} late`, 3) === 0;
  const receivedOn = before(misdated ?? (byMail ? 1 : 0));
  const datedOn = daysBefore(receivedOn, by === 'in_person' ? 0 : 1 + drawn(`${id} dated`, 5));
  return {
    declaredKind: kind,
    channel: by,
    senderKind,
    sender,
    receivedOn,
    datedOn,
    forwardedBy: forwarded
      ? {
          ...forwarded,
          letter: `${drawn(`${id} letter`, 800) + 30}/CV-CĐ`,
          sentOn: daysBefore(receivedOn, 1),
        }
      : null,
    signed,
    respondentUnit: entry.about === undefined ? unit : entry.about,
    ...(names.length > 0
      ? { respondents: { units: [], people: names.map((post) => ({ post, on: before(8) })) } }
      : {}),
    gist,
    summary: entry.says,
    receiptHash: hashReceiptCode(receiptCodeOf(id)),
  };
}
