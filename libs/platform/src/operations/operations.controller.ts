import {
  operationsSchema,
  rebuildBody,
  rebuildSchema,
  redriveBody,
  redrivenSchema,
  type Operations,
  type Rebuild,
  type Redriven,
  words,
} from '@minh-bach/contracts';
import { Body, Controller, Get, HttpCode, Post, type Type } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Command, Operation, JsonLogger } from '@minh-bach/http';
import type { RequestContext } from '@minh-bach/http';
import { ServiceRuntime } from '../service/service-runtime.ts';

/**
 * `/<service>/operations`: the same in every service, for operators.
 *
 * Both commands ask for an `Idempotency-Key` as all others do. They write nothing into the log of
 * events, since nothing of a matter changes: the id made from the key names the rebuild, so that a
 * retry is answered with the one it began, and stands in the line of log that says who asked.
 */
export function operationsController(name: string): Type {
  @Controller(`${name}/operations`)
  class OperationsController {
    constructor(
      private readonly service: ServiceRuntime,
      private readonly log: JsonLogger,
    ) {}

    @Get()
    @Allow('operations.read')
    @Operation({
      summary: words(
        'Tình trạng dịch vụ: dữ liệu về quyền, danh sách và các thông điệp bị giữ lại',
        'How the service is: its read models and the messages it holds back',
      ),
      answer: operationsSchema,
    })
    status(): Promise<Operations> {
      return this.service.operations.status();
    }

    @Post('rebuild')
    @HttpCode(202)
    @Allow('operations.rebuild')
    @Operation({
      summary: words(
        'Dựng lại dữ liệu về quyền hoặc các danh sách từ nhật ký sự kiện; trong lúc đó dữ liệu cũ vẫn được dùng',
        'Builds rights or lists again from the log; the old rows are served meanwhile',
      ),
      status: 202,
      answer: rebuildSchema,
      problems: ['REBUILD_RUNNING'],
    })
    async rebuild(
      @Body({ schema: rebuildBody }) { readModel }: z.infer<typeof rebuildBody>,
      @Command() context: RequestContext,
    ): Promise<Rebuild> {
      const rebuild = await this.service.operations.rebuild(readModel, context.commandId);
      this.#note('rebuild', context, { readModel, done: rebuild.done, total: rebuild.total });
      return rebuild;
    }

    @Post('redrive')
    @HttpCode(200)
    @Allow('operations.redrive')
    @Operation({
      summary: words(
        'Xử lý lại các thông điệp bị dừng; lặp lại vẫn an toàn',
        'Tries parked messages again; safe to repeat',
      ),
      status: 200,
      answer: redrivenSchema,
    })
    async redrive(
      @Body({ schema: redriveBody }) { stream }: z.infer<typeof redriveBody>,
      @Command() context: RequestContext,
    ): Promise<Redriven> {
      const redriven = await this.service.operations.redrive(stream);
      this.#note('redrive', context, { stream: stream ?? 'all', ...redriven });
      return redriven;
    }

    #note(
      action: 'rebuild' | 'redrive',
      { actor, commandId }: RequestContext,
      what: Readonly<Record<string, string | number>>,
    ): void {
      const { person, unit } = actor;
      this.log.notice('operator', { action, target: name, person, unit, commandId, ...what });
    }
  }
  return OperationsController;
}
