import {
  discloseFileSchema,
  discloseIdentitySchema,
  disclosedIdentitySchema,
  petitionNumberSchema,
  type Action,
} from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import { readAttachment } from '@minh-bach/files';
import {
  Allow,
  Command,
  Operation,
  ServiceRuntime,
  words,
  type RequestContext,
  type Words,
} from '@minh-bach/platform';
import { Body, Controller, HttpCode, Param, Post, StreamableFile, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { DiscloseFields, type DisclosedIdentity } from './disclose-identity.handler.ts';

type Purpose = z.infer<typeof discloseIdentitySchema>;
type OpenFile = z.infer<typeof discloseFileSchema>;

interface Doors {
  readonly path: string;
  readonly identity: { readonly action: Action; readonly summary: Words };
  readonly file: { readonly action: Action; readonly summary: Words };
  /** What this door refuses beside the refusals of both. */
  readonly problems?: readonly string[];
}

/** The doors to who sent a petition and to its scan: each has its own right. */
function disclosureController({ path, identity, file, problems = [] }: Doors): Type {
  @Controller(path)
  class DiscloseIdentityController {
    constructor(
      private readonly commands: CommandBus,
      private readonly service: ServiceRuntime,
    ) {}

    @Post(':number/identity-disclosures')
    @HttpCode(200)
    @Allow(identity.action)
    @Operation({
      summary: identity.summary,
      answer: disclosedIdentitySchema,
      status: 200,
      problems: ['DENUNCIATION_SEALED', 'DISCLOSURE_TOO_OLD', 'DISCLOSURE_LIMIT', ...problems],
    })
    async identity(
      @Param('number', { schema: petitionNumberSchema }) number: string,
      @Body({ schema: discloseIdentitySchema }) { purpose }: Purpose,
      @Command() context: RequestContext,
    ): Promise<DisclosedIdentity> {
      const paths = ['/sender', '/statement', '/summary', '/file/name'];
      const { values } = await this.commands.execute(
        new DiscloseFields(number, purpose, paths, context, identity.action),
      );
      return {
        sender: (values.get('/sender') ?? null) as DisclosedIdentity['sender'],
        statement: (values.get('/statement') ?? values.get('/summary') ?? null) as string | null,
        fileName: (values.get('/file/name') ?? null) as string | null,
      };
    }

    @Post(':number/file-disclosures')
    @HttpCode(200)
    @Allow(file.action)
    @Operation({
      summary: file.summary,
      status: 200,
      produces: 'application/octet-stream',
      problems: [
        'DENUNCIATION_SEALED',
        'FILE_MISSING',
        'FILE_ERASED',
        'FILE_UNCLEANABLE',
        'FILES_BUSY',
        'DISCLOSURE_TOO_OLD',
        'DISCLOSURE_LIMIT',
        ...problems,
      ],
    })
    async scan(
      @Param('number', { schema: petitionNumberSchema }) number: string,
      @Body({ schema: discloseFileSchema }) { purpose, original }: OpenFile,
      @Command() context: RequestContext,
    ): Promise<StreamableFile> {
      const { registered, values } = await this.commands.execute(
        new DiscloseFields(
          number,
          purpose,
          // On the record an original differs from a copy by the name that came with it.
          original ? ['/file/key', '/file/name'] : ['/file/key'],
          context,
          file.action,
        ),
      );
      const scan = registered.event.data.file;
      if (!scan) throw new DomainError('FILE_MISSING');
      const key = values.get('/file/key');
      if (typeof key !== 'string') throw new DomainError('FILE_ERASED');
      const { id, type, size } = scan;
      const { files, uploads } = this.service.infrastructure;
      if (original) {
        const content = Readable.from(readAttachment(files, { id, key }));
        return new StreamableFile(content, { type, length: size, disposition: 'attachment' });
      }
      const copy = await uploads.workingCopy({ id, key, type, size }, context.actor);
      return new StreamableFile(copy, { type, length: copy.length, disposition: 'attachment' });
    }
  }
  return DiscloseIdentityController;
}

export const DisclosePetitionController = disclosureController({
  path: 'intake/petitions',
  identity: {
    action: 'petition.disclose-identity',
    summary: words(
      'Xem danh tính người gửi đơn (có ghi nhật ký)',
      'Shows who sent the petition (logged)',
    ),
  },
  file: {
    action: 'petition.open-original',
    summary: words(
      'Mở bản quét: bản làm việc, hoặc bản gốc nếu yêu cầu (có ghi nhật ký)',
      'Opens the scan: a working copy, or the original where asked for (logged)',
    ),
  },
});

/** Of a denunciation they open here alone, to those who are appointed to it. */
export const DiscloseDenunciationController = disclosureController({
  path: 'intake/denunciations',
  problems: ['CALLED_BY_ONESELF'],
  identity: {
    action: 'denunciation.disclose-identity',
    summary: words(
      'Xem người tố cáo và lời tố cáo (có ghi nhật ký)',
      'Shows who denounces, and the statement (logged)',
    ),
  },
  file: {
    action: 'denunciation.open-original',
    summary: words(
      'Mở bản quét đơn tố cáo: bản làm việc, hoặc bản gốc nếu yêu cầu (có ghi nhật ký)',
      'Opens the scan of a denunciation: a working copy, or the original where asked for (logged)',
    ),
  },
});
