import {
  discloseDenouncer,
  discloseIdentity,
  disclosedIdentitySchema,
  openDenunciationScan,
  openScan,
  refusalsOf,
} from '@minh-bach/contracts';
import { readAttachment } from '@minh-bach/files';
import { openingCase } from '@minh-bach/platform';
import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { openFields, type AskedToOpen } from './open-fields.ts';

type DisclosedIdentity = z.infer<typeof disclosedIdentitySchema>;

/** What a correction says stands in place of what was there; one that was erased says nothing. */
const corrects = (sender: NonNullable<DisclosedIdentity['sender']>, corrected: unknown) => ({
  ...sender,
  ...(corrected as Partial<typeof sender> | null),
});

async function identityOf(asked: AskedToOpen<typeof discloseIdentity>): Promise<DisclosedIdentity> {
  const paths = ['/sender', '/statement', '/summary', '/file/name'];
  const { values, corrected } = await openFields(asked, paths);
  const first = (values.get('/sender') ?? null) as DisclosedIdentity['sender'];
  const sender = first && corrected.reduce<typeof first>(corrects, first);
  return {
    sender,
    senderBefore: corrected.length === 0 ? null : first,
    statement: (values.get('/statement') ?? values.get('/summary') ?? null) as string | null,
    fileName: (values.get('/file/name') ?? null) as string | null,
  };
}

async function scanOf(asked: AskedToOpen<typeof openScan>): Promise<StreamableFile> {
  const { original } = asked.body;
  // On the record an original differs from a copy by the name that came with it.
  const paths = original ? ['/file/key', '/file/name'] : ['/file/key'];
  const { registered, values } = await openFields(asked, paths);
  const refuse = refusalsOf(openScan);
  const scan = registered.event.data.file;
  if (!scan) throw refuse('NOTHING_TO_DISCLOSE');
  const key = values.get('/file/key');
  if (typeof key !== 'string') throw refuse('FILE_ERASED');
  const { id, type, size } = scan;
  const { files, uploads } = asked.service.infrastructure;
  if (original) {
    const content = Readable.from(readAttachment(files, { id, key }));
    return new StreamableFile(content, { type, length: size, disposition: 'attachment' });
  }
  const copy = await uploads.workingCopy({ id, key, type, size }, asked.context.actor);
  return new StreamableFile(copy, { type, length: copy.length, disposition: 'attachment' });
}

const BYTES = 'application/octet-stream';

export const identityDisclosure = openingCase(
  discloseIdentity,
  disclosedIdentitySchema,
  identityOf,
);
export const denouncerDisclosure = openingCase(
  discloseDenouncer,
  disclosedIdentitySchema,
  identityOf,
);
export const scanDisclosure = openingCase(openScan, BYTES, scanOf);
export const denunciationScanDisclosure = openingCase(openDenunciationScan, BYTES, scanOf);
