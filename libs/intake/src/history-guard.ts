import { ServiceRuntime, matterNumberSchema } from '@minh-bach/platform';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { loadPetition } from './petition-stream.ts';

/** Keeps a matter's history from those who may not open the matter itself. */
@Injectable()
export class HistoryGuard implements CanActivate {
  constructor(private readonly service: ServiceRuntime) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { params, identity } = context.switchToHttp().getRequest<FastifyRequest>();
    const number = matterNumberSchema.safeParse((params as { number?: unknown }).number);
    // What is malformed the route itself refuses, in its own words.
    if (number.success && identity)
      await loadPetition(this.service, number.data, 'matter.history', identity.actor);
    return true;
  }
}
