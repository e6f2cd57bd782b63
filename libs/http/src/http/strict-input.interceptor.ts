import { words } from '@minh-bach/contracts';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@minh-bach/kernel';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { fieldError, InvalidInput } from '../problems/invalid-input.ts';
import { OPERATION, type OperationDescription } from './operation.ts';
import { inputsOf } from './route-inputs.ts';

const UNEXPECTED = words('Ở đây không nhận nội dung này.', 'Nothing is taken here.');
const TWICE = words('Chỉ được gửi một lần.', 'May be given once only.');

/** What a route does not take is refused, not ignored: nobody is left to think that it counted. */
@Injectable()
export class StrictInputInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const description = this.reflector.get<OperationDescription | undefined>(
      OPERATION,
      context.getHandler(),
    );
    const inputs = inputsOf(context.getClass(), context.getHandler().name);
    checkType(request, description?.consumes ?? 'application/json');
    if (!inputs.body && !isEmpty(request.body) && description?.consumes !== 'multipart/form-data')
      throw new InvalidInput([fieldError('body', [], 'UNEXPECTED', UNEXPECTED)]);
    const query = Object.entries(request.query as Record<string, unknown>);
    if (!inputs.query && query.length > 0)
      throw new InvalidInput([fieldError('query', [], 'UNEXPECTED', UNEXPECTED)]);
    const twice = query.filter(([, value]) => Array.isArray(value)).slice(0, 10);
    if (twice.length > 0)
      throw new InvalidInput(twice.map(([name]) => fieldError('query', [name], 'TWICE', TWICE)));
    return next.handle();
  }
}

function checkType({ headers }: FastifyRequest, consumes: string): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && type !== consumes) throw new DomainError('UNSUPPORTED_MEDIA_TYPE');
}

const isEmpty = (body: unknown): boolean =>
  body === undefined ||
  body === null ||
  (typeof body === 'object' && Object.keys(body).length === 0);
