import {
  discloseFileSchema,
  discloseIdentitySchema,
  disclosedIdentitySchema,
  petitionNumberSchema,
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
} from '@minh-bach/platform';
import { Body, Controller, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { DiscloseFields, type DisclosedIdentity } from './disclose-identity.handler.ts';

type Purpose = z.infer<typeof discloseIdentitySchema>;
type OpenFile = z.infer<typeof discloseFileSchema>;

@Controller('intake/petitions')
export class DiscloseIdentityController {
  constructor(
    private readonly commands: CommandBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Post(':number/identity-disclosures')
  @HttpCode(200)
  @Allow('petition.disclose-identity')
  @Operation({
    summary: words(
      'Xem danh tính người gửi đơn (có ghi nhật ký)',
      'Shows who sent the petition (logged)',
    ),
    answer: disclosedIdentitySchema,
    status: 200,
    problems: ['DISCLOSURE_TOO_OLD', 'DISCLOSURE_LIMIT'],
  })
  async identity(
    @Param('number', { schema: petitionNumberSchema }) number: string,
    @Body({ schema: discloseIdentitySchema }) { purpose }: Purpose,
    @Command() context: RequestContext,
  ): Promise<DisclosedIdentity> {
    const paths = ['/sender', '/statement', '/summary', '/file/name'];
    const { values } = await this.commands.execute(
      new DiscloseFields(number, purpose, paths, context),
    );
    return {
      sender: (values.get('/sender') ?? null) as DisclosedIdentity['sender'],
      statement: (values.get('/statement') ?? values.get('/summary') ?? null) as string | null,
      fileName: (values.get('/file/name') ?? null) as string | null,
    };
  }

  @Post(':number/file-disclosures')
  @HttpCode(200)
  @Allow('petition.open-original')
  @Operation({
    summary: words(
      'Mở bản quét: bản làm việc, hoặc bản gốc nếu yêu cầu (có ghi nhật ký)',
      'Opens the scan: a working copy, or the original where asked for (logged)',
    ),
    status: 200,
    produces: 'application/octet-stream',
    problems: [
      'FILE_MISSING',
      'FILE_ERASED',
      'FILE_UNCLEANABLE',
      'FILES_BUSY',
      'DISCLOSURE_TOO_OLD',
      'DISCLOSURE_LIMIT',
    ],
  })
  async file(
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
        'petition.open-original',
      ),
    );
    const { file } = registered.event.data;
    if (!file) throw new DomainError('FILE_MISSING');
    const key = values.get('/file/key');
    if (typeof key !== 'string') throw new DomainError('FILE_ERASED');
    const { id, type, size } = file;
    const { files, uploads } = this.service.infrastructure;
    if (original) {
      const content = Readable.from(readAttachment(files, { id, key }));
      return new StreamableFile(content, { type, length: size, disposition: 'attachment' });
    }
    const copy = await uploads.workingCopy({ id, key, type, size }, context.actor);
    return new StreamableFile(copy, { type, length: copy.length, disposition: 'attachment' });
  }
}
