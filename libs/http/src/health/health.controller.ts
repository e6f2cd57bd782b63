import { words } from '@minh-bach/contracts';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from '../auth/access.ts';
import { Operation } from '../http/operation.ts';
import { HealthChecks, type Health, type HealthKind } from './health-checks.ts';

const healthSchema = z.strictObject({
  status: z.enum(['up', 'degraded', 'down']),
  checks: z.record(z.string(), z.enum(['up', 'degraded', 'down'])),
  act: z.enum(['operator', 'developer']).exactOptional(),
});

/** 200 or 503, with names of checks and no reasons: those are in the log. */
@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  @Get('live')
  @Public()
  @Operation({
    summary: words('Tiến trình còn hoạt động', 'The process is alive'),
    answer: healthSchema,
  })
  live(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    return this.#run('live', reply);
  }

  @Get('ready')
  @Public()
  @Operation({
    summary: words('Sẵn sàng phục vụ', 'Ready to serve'),
    answer: healthSchema,
  })
  ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    return this.#run('ready', reply);
  }

  async #run(kind: HealthKind, reply: FastifyReply): Promise<Health> {
    const health = await this.checks.run(kind);
    void reply.status(health.status === 'down' ? 503 : 200);
    return health;
  }
}
