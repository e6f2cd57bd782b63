import { z } from 'zod';
import procedureJson from './procedure.json' with { type: 'json' };
import { loadPart } from './load.ts';
import type { PackPart } from './load.ts';

const text = z.string().min(1);
const isoDate = z.iso.date();
const conditions = z.strictObject({ all_required: z.array(text).min(1), law: text });

const channel = z.strictObject({
  code: text,
  vi: text,
  valid_from: isoDate.optional(),
  valid_to: isoDate.optional(),
  note: text.optional(),
});

const procedurePack = z.strictObject({
  /** What a complaint and a denunciation must meet to be accepted. */
  acceptance: z.strictObject({ complaint: conditions, denunciation: conditions }),
  /** Seven criteria: one makes a matter complex, two a denunciation specially complex. */
  complexity: z.strictObject({
    criteria: z.array(text).length(7),
    complaint: text,
    denunciation: text,
  }),
  jointPetitions: z.looseObject({ law: text, definition: text }),
  dialogue: z.looseObject({ first: text, second: text, notice_days: z.int() }),
  withdrawal: z.strictObject({ complaint: text, denunciation: text }),
  /** How matters that were open on 1 July 2026 go on. */
  transitions: z.array(z.looseObject({ law: text })),
  confidentiality: z.looseObject({
    matrix_denunciation: z.array(z.looseObject({ role: text, basis: text })),
  }),
  channels: z.array(channel),
  /** The channels by which the law knows a complaint or a denunciation. */
  channelFormality: z.strictObject({
    complaint: z.array(text),
    denunciation: z.array(text),
    note: text,
  }),
});
export type Procedure = z.infer<typeof procedurePack>;

export const procedurePart: PackPart<Procedure> = {
  file: 'procedure.json',
  schema: procedurePack,
  check({ channels, channelFormality }) {
    const codes = new Set(channels.map(({ code }) => code));
    return (['complaint', 'denunciation'] as const).flatMap((kind) =>
      channelFormality[kind]
        .filter((code) => !codes.has(code))
        .map((code) => ({
          path: ['channelFormality', kind],
          message: `unknown channel ${code}`,
        })),
    );
  },
};

/** What the law says about the procedure, as data that later procedures read. */
export const procedure: Procedure = loadPart(procedurePart, procedureJson);
