import type { SenderMarks } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import { contentWords, foldRows, ownerOf } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { LikenessRow } from './likeness.entity.ts';

const UNMARKED = { name: null, address: null, phone: null, idNumber: null } as const;
/** Of what is or was a denunciation nothing is kept that it could be found by. */
const FORGOTTEN = { kind: 'denunciation', words: [] as string[], ...UNMARKED } as const;

const PREFIX = 'intake.petition-';

/** One row a petition. */
export const likenessProjection: Projection = {
  name: 'petition-likeness',
  version: 1,
  apply: (batch, manager) =>
    foldRows(
      manager,
      {
        entity: LikenessRow,
        key: 'petition',
        keyOf: ({ stream }) => (stream.startsWith(PREFIX) ? ownerOf(stream) : undefined),
        evolve,
      },
      batch,
    ),
};

function evolve(row: LikenessRow | undefined, recorded: RecordedEvent): LikenessRow | undefined {
  const event = recorded.event as PetitionEvent;
  if (event.type === 'PetitionRegistered') {
    const { unit, declaredKind: kind, receivedOn, respondentUnit } = event.data;
    const petition = ownerOf(recorded.stream);
    const found = { petition, unit, kind, receivedOn, respondentUnit };
    if (kind === 'denunciation') return { ...found, ...FORGOTTEN };
    const { gist, senderMarks = {} } = event.data;
    return { ...found, words: contentWords(gist), ...UNMARKED, ...senderMarks };
  }
  if (!row) return undefined;
  switch (event.type) {
    case 'ProgressNoted': {
      const { kind = row.kind, respondentUnit = row.respondentUnit } = event.data;
      const isDenunciation = row.kind === 'denunciation' || kind === 'denunciation';
      return { ...row, kind, respondentUnit, ...(isDenunciation ? FORGOTTEN : {}) };
    }
    case 'ReceiptDateCorrected':
      return { ...row, receivedOn: event.data.receivedOn };
    case 'SenderCorrected':
      return row.kind === 'denunciation' ? row : { ...row, ...marksAfter(event.data) };
    case 'ReceiptCorrectionProposed':
    case 'ReceiptCorrectionDeclined':
    case 'HandlingRated':
    case 'WithdrawalAsked':
      return row;
  }
}

/** A field that was corrected bears its new mark, or none. */
function marksAfter({
  fields,
  senderMarks = {},
}: {
  readonly fields: readonly string[];
  readonly senderMarks?: SenderMarks;
}): Partial<LikenessRow> {
  const gone = Object.keys(UNMARKED).filter((field) => fields.includes(field));
  return { ...Object.fromEntries(gone.map((field) => [field, null])), ...senderMarks };
}
