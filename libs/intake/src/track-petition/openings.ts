import { words, type LocalizedText, type Tracked } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { IdentityDisclosed } from '@minh-bach/vault';

/** That who sent it was opened; nothing of the person who did, and no hour, which may tell who was on duty. */
export interface Opening {
  readonly on: string;
  readonly unit: string;
  readonly purpose: ToldPurpose;
}

/** For the work on the petition itself. What supervises or audits that work is told to nobody outside. */
const PURPOSES = {
  'contact-sender': words('để liên hệ với ông/bà', 'to contact you'),
  'verify-identity': words('để xác minh nhân thân của ông/bà', 'to verify your identity'),
  'prepare-decision': words(
    'để soạn và gửi văn bản cho ông/bà',
    'to prepare documents and send them to you',
  ),
} as const;
type ToldPurpose = keyof typeof PURPOSES;
const isTold = (purpose: string): purpose is ToldPurpose => Object.hasOwn(PURPOSES, purpose);

/** What a sender may know of an opening; `undefined`: nothing. */
export function openingOf(
  { event, metadata: { actor } }: RecordedEvent<IdentityDisclosed>,
  on: string,
): Opening | undefined {
  const { purpose } = event.data;
  if (actor.role === 'auditor' || !isTold(purpose)) return undefined;
  return { on, unit: actor.unit, purpose };
}

/** Lines; older ones are counted. So many fit into the one length of an answer. */
const MOST = 12;

/**
 * By whom as a kind of body. The head is one person, and of a small unit the clerk is, too: their part of
 * the unit would name them, so only the unit's part in the petition is told.
 *
 * @param unit that has the petition now
 */
export function openingsTold(
  openings: readonly Opening[],
  unit: string | undefined,
): Tracked['openings'] {
  const lines = new Map<string, { on: string; text: LocalizedText }>();
  for (const { on, purpose, unit: by } of openings) {
    const body = by === unit ? HOLDER : OTHER;
    const { vi, en } = PURPOSES[purpose];
    const text = words(`${body.vi}, ${vi}`, `${body.en}, ${en}`);
    lines.set(`${on} ${text.vi}`, { on, text });
  }
  const all = [...lines.values()];
  return { items: all.slice(-MOST), earlier: Math.max(0, all.length - MOST) };
}

const HOLDER = words('Đơn vị đang giữ đơn', 'The unit that has it');
const OTHER = words(
  'Đơn vị hải quan khác có trách nhiệm',
  'Another customs unit responsible for it',
);
