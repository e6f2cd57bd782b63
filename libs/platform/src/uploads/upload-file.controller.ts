import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import '@fastify/multipart';
import {
  fileAnswerSchema,
  uploadIdSchema,
  type Action,
  type LocalizedText,
} from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation } from '@minh-bach/http';
import { DomainError, type Actor } from '@minh-bach/kernel';
import { Controller, Delete, HttpCode, Param, Post, Req, type Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { UploadMetrics } from './upload-metrics.ts';

/** Files that the events of a service name. */
export interface UploadsOf {
  /** The right of who brings one. */
  readonly action: Action;
  readonly summary: LocalizedText;
  readonly dropSummary: LocalizedText;
}

/**
 * `POST /<service>/files`: a file comes before the event that names it: sealed and durable here, claimed by
 * the command. No declared command: its body is multipart, it writes no event, and it is sent again without
 * a key.
 */
export function uploadFileController(
  name: string,
  { action, summary, dropSummary }: UploadsOf,
): Type {
  @Controller(`${name}/files`)
  class UploadFileController {
    constructor(
      private readonly service: ServiceRuntime,
      private readonly metrics: UploadMetrics,
    ) {}

    @Post()
    @Allow(action)
    @Operation({
      summary,
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
    async upload(@Req() request: FastifyRequest, @CurrentActor() { person }: Actor) {
      if (!request.isMultipart()) throw new DomainError('FILE_MISSING');
      const part = await request.file();
      if (!part) throw new DomainError('FILE_MISSING');
      const declaredType = part.mimetype;
      const { id, type, size, sha256, pages } = await this.service.infrastructure.uploads
        .put(part.file, { person, service: name, declaredType })
        .catch(async (error: unknown) => {
          this.metrics.refused(error);
          await readToEnd(request.raw);
          throw error;
        });
      return { file: id, type, size, hash: sha256, ...(pages !== undefined && { pages }) };
    }

    @Delete(':upload')
    @HttpCode(204)
    @Allow(action)
    @Operation({ summary: dropSummary, status: 204, problems: [] })
    async drop(
      @Param('upload', { schema: uploadIdSchema }) upload: string,
      @CurrentActor() actor: Actor,
    ): Promise<void> {
      await this.service.infrastructure.uploads.drop(upload, actor);
    }
  }
  return UploadFileController;
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
