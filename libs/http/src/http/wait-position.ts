import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@minh-bach/kernel';
import type { FastifyRequest } from 'fastify';

/**
 * `string | undefined`: the position of one's own write (`X-Wait-Position`), which the query waits
 * for before it answers.
 */
export const WaitPosition = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['x-wait-position'];
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(header))
    throw new DomainError('WAIT_POSITION_MALFORMED');
  return header;
});
