import {
  PAGES_AT_MOST,
  change,
  folioRange,
  words,
  type Change,
  type Refusal,
} from '@minh-bach/contracts';
import { sealed, z } from '@minh-bach/kernel';

/** Bút lục: the pages of one paper, numbered through the case file. */
export const folioSchema = z.strictObject({
  from: z.number().int().positive(),
  to: z.number().int().positive(),
});
export type Folio = z.infer<typeof folioSchema>;

/** Sealed and durable before the event that names it. */
export const caseFileSchema = z.strictObject({
  id: z.string(),
  type: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
  size: z.number().int().positive(),
  /** Of the sealed file. */
  sha256: z.string(),
  folio: folioSchema,
  /** The file's own key: it opens on purpose alone, and with it gone the file is erased. */
  key: sealed('identity', z.string()),
  contentSha256: sealed('identity', z.string()),
});

/** What comes with an explanation or a piece of evidence. */
export const papers = {
  files: z.array(caseFileSchema).min(1).exactOptional(),
  /** Of a paper without a file. */
  folio: folioSchema.exactOptional(),
};
export type Papers = z.infer<z.ZodObject<typeof papers>>;

/** A file that came, before its pages have numbers. */
export type FileToRecord = Omit<NonNullable<Papers['files']>[number], 'folio'> & {
  readonly pages?: number;
};

/** What stands in the case file: each record has its place for good, withdrawn or not. */
export interface CaseFile {
  readonly items: readonly { readonly folio: Folio | null; readonly isWithdrawn: boolean }[];
  readonly lastFolio: number;
}

export const NO_ITEMS: CaseFile = { items: [], lastFolio: 0 };

/** All pages of a record, which follow each other; `null` for words without paper. */
export function folioOf({ files = [], folio }: Papers): Folio | null {
  const [first, last] = [files[0], files.at(-1)];
  return first && last ? { from: first.folio.from, to: last.folio.to } : (folio ?? null);
}

export function withItem({ items, lastFolio }: CaseFile, recorded: Papers): CaseFile {
  const folio = folioOf(recorded);
  return {
    items: [...items, { folio, isWithdrawn: false }],
    lastFolio: folio?.to ?? lastFolio,
  };
}

export const withdrawn = ({ items, ...file }: CaseFile, item: number): CaseFile => ({
  ...file,
  items: items.map((one, i) => (i + 1 === item ? { ...one, isWithdrawn: true } : one)),
});

/** The next numbers, file by file; of a paper without one, as many as the officer says. */
export function numbered(
  { lastFolio }: CaseFile,
  { files, pages }: { readonly files: readonly FileToRecord[]; readonly pages: number | null },
  refuse: Refusal<'PAGES_NEEDED' | 'PAGES_BY_FILES' | 'PAGES_TOO_MANY'>,
): Papers {
  let last = lastFolio;
  const next = (count: number): Folio => {
    const from = last + 1;
    last += count;
    return { from, to: last };
  };
  if (files.length === 0) return pages === null ? {} : { folio: next(pages) };
  const silent = files.filter((file) => file.pages === undefined);
  if (silent.length > 1 || (silent.length === 1 && pages === null)) throw refuse('PAGES_NEEDED');
  if (silent.length === 0 && pages !== null) throw refuse('PAGES_BY_FILES');
  return {
    files: files.map(({ pages: told = pages!, ...file }) => {
      if (told > PAGES_AT_MOST) throw refuse('PAGES_TOO_MANY', { atMost: PAGES_AT_MOST });
      return { ...file, folio: next(told) };
    }),
  };
}

/** Numbers and how many files: what is in them stays closed. */
export function papersTold(recorded: Papers): Change[] {
  const folio = folioOf(recorded);
  const count = recorded.files?.length ?? 0;
  return [
    ...(folio ? [change('Bút lục', 'Folios', folioRange(folio))] : []),
    ...(count > 0
      ? [
          change(
            'Tệp kèm theo',
            'Files',
            words(`${count} tệp`, count === 1 ? 'one file' : `${count} files`),
          ),
        ]
      : []),
  ];
}
