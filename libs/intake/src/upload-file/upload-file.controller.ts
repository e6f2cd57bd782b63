import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import '@fastify/multipart';
import { fileAnswerSchema, uploadIdSchema, words } from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation } from '@minh-bach/http';
import { DomainError, type Actor } from '@minh-bach/kernel';
import { ServiceRuntime } from '@minh-bach/platform';
import { Controller, Delete, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { UploadMetrics } from './upload-metrics.ts';

/**
 * A scan comes before its petition: sealed and durable here, claimed by the registration. No declared
 * command: its body is multipart, it writes no event, and it is sent again without a key.
 */
@Controller('intake/files')
export class UploadFileController {
  constructor(
    private readonly service: ServiceRuntime,
    private readonly metrics: UploadMetrics,
  ) {}

  @Post()
  @Allow('petition.register')
  @Operation({
    summary: words('Tải lên bản quét của đơn', 'Uploads the scan of a petition'),
    answer: fileAnswerSchema,
    consumes: 'multipart/form-data',
    problems: [
      'FILE_MISSING',
      'FILE_TOO_LARGE',
      'FILE_TYPE_NOT_ALLOWED',
      'FILE_TYPE_LIES',
      'FILE_BROKEN',
      'FILE_ACTIVE_CONTENT',
      'FILE_UNCHECKABLE',
      'FILES_BUSY',
      'UPLOAD_QUOTA',
      'UPLOAD_UNKNOWN',
    ],
  })
  async upload(@Req() request: FastifyRequest, @CurrentActor() actor: Actor) {
    if (!request.isMultipart()) throw new DomainError('FILE_MISSING');
    const part = await request.file();
    if (!part) throw new DomainError('FILE_MISSING');
    const declaredType = part.mimetype;
    const { id, type, size, sha256 } = await this.service.infrastructure.uploads
      .put(part.file, { person: actor.person, declaredType })
      .catch(async (error: unknown) => {
        this.metrics.refused(error);
        await readToEnd(request.raw);
        throw error;
      });
    return { file: id, type, size, hash: sha256 };
  }

  @Delete(':upload')
  @HttpCode(204)
  @Allow('petition.register')
  @Operation({
    summary: words(
      'Bỏ bản quét đã tải lên mà chưa ghi vào đơn',
      'Drops a scan that was uploaded and not registered',
    ),
    status: 204,
    problems: [],
  })
  async drop(
    @Param('upload', { schema: uploadIdSchema }) upload: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.service.infrastructure.uploads.drop(upload, actor);
  }
}

/**
 * What is refused early still comes in: answered before its end, it would spoil the connection for
 * whoever's request the gateway sends over it next. The server's own time limit bounds it.
 */
async function readToEnd(request: IncomingMessage): Promise<void> {
  if (request.complete) return;
  request.unpipe().resume();
  await finished(request).catch(() => undefined);
}
