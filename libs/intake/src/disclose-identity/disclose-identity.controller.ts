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
    summary: words('Mở bản quét gốc (có ghi nhật ký)', 'Opens the original scan (logged)'),
    status: 200,
    produces: 'application/octet-stream',
    problems: ['FILE_MISSING', 'FILE_ERASED', 'DISCLOSURE_TOO_OLD', 'DISCLOSURE_LIMIT'],
  })
  async file(
    @Param('number', { schema: petitionNumberSchema }) number: string,
    @Body({ schema: discloseFileSchema }) { purpose }: Purpose,
    @Command() context: RequestContext,
  ): Promise<StreamableFile> {
    const { registered, values } = await this.commands.execute(
      new DiscloseFields(
        number,
        purpose,
        ['/file/key', '/file/name'],
        context,
        'petition.open-original',
      ),
    );
    const { file } = registered.event.data;
    if (!file) throw new DomainError('FILE_MISSING');
    const key = values.get('/file/key');
    if (typeof key !== 'string') throw new DomainError('FILE_ERASED');
    const content = Readable.from(
      readAttachment(this.service.infrastructure.files, { id: file.id, key }),
    );
    return new StreamableFile(content, {
      type: file.type,
      length: file.size,
      disposition: 'attachment',
    });
  }
}
