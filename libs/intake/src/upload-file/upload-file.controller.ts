import { fileAnswerSchema } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import { Allow, CurrentActor, Operation, ServiceRuntime, words } from '@minh-bach/platform';
import { Controller, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import '@fastify/multipart';

/** A scan comes before its petition: sealed and durable here, claimed by the registration. */
@Controller('intake/files')
export class UploadFileController {
  constructor(private readonly service: ServiceRuntime) {}

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
      'UPLOAD_QUOTA',
    ],
  })
  async upload(@Req() request: FastifyRequest, @CurrentActor() actor: Actor) {
    if (!request.isMultipart()) throw new DomainError('FILE_MISSING');
    const part = await request.file();
    if (!part) throw new DomainError('FILE_MISSING');
    const { id, type, size, sha256 } = await this.service.infrastructure.uploads.put(part.file, {
      person: actor.person,
      declaredType: part.mimetype,
    });
    return { file: id, type, size, hash: sha256 };
  }
}
