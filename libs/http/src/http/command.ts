import {
  createParamDecorator,
  Inject,
  Injectable,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import { commandIdOf, DomainError, PUBLIC, requestHashOf } from '@minh-bach/kernel';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from './request-context.ts';
import { requestContext } from '../telemetry/request-context.ts';
import { COMMAND_SECRET } from '../tokens.ts';
import { ifMatchOf } from './etag.ts';

export interface CommandHeaders {
  /** Refuse without `If-Match` (428). @default false: it is heeded when sent */
  readonly ifMatch?: boolean;
}

interface Asked {
  readonly request: FastifyRequest;
  readonly headers: CommandHeaders;
}

/** Notes which handlers are commands, for the description and the checks at the start. */
export const COMMAND_PARAMETER = Symbol.for('minh-bach:command');

const fromRequest = createParamDecorator(
  (headers: CommandHeaders, context: ExecutionContext): Asked => ({
    request: context.switchToHttp().getRequest<FastifyRequest>(),
    headers,
  }),
);

/** `RequestContext`: the request as a command, under an id that a retry gets again. */
export const Command =
  (headers: CommandHeaders = {}): ParameterDecorator =>
  (target, name, index) => {
    Reflect.defineMetadata(COMMAND_PARAMETER, headers, target.constructor, name ?? '');
    fromRequest(headers, CommandContextPipe)(target, name, index);
  };

@Injectable()
export class CommandContextPipe implements PipeTransform<Asked, RequestContext> {
  constructor(@Inject(COMMAND_SECRET) private readonly secret: Uint8Array) {}

  transform({ request, headers }: Asked): RequestContext {
    const actor = request.identity?.actor ?? PUBLIC;
    const commandId = commandIdOf(this.secret, {
      principal: actor.person,
      route: routeOf(request),
      idempotencyKey: idempotencyKeyOf(request),
    });
    const ifMatch = ifMatchOf(request.headers['if-match']);
    if (headers.ifMatch === true && ifMatch === undefined)
      throw new DomainError('IF_MATCH_REQUIRED');
    const traceparent = requestContext()?.trace.traceparent;
    return {
      commandId,
      // What was sent, before it was normalised: a retry sends the same, under any later version.
      requestHash: requestHashOf(this.secret, {
        params: request.params ?? null,
        query: request.query ?? null,
        body: request.body ?? null,
        post: request.headers['x-acting-post'] ?? null,
        ifMatch: ifMatch ?? null,
      }),
      correlationId: commandId,
      causationId: commandId,
      actor,
      ...(traceparent === undefined ? {} : { traceparent }),
      ...(ifMatch === undefined ? {} : { ifMatch }),
    };
  }
}

/**
 * The pattern with the decoded parameters beside it: one key on two matters makes two commands, and
 * another spelling of the same URL makes the same.
 */
const routeOf = ({ method, routeOptions, params }: FastifyRequest): string =>
  JSON.stringify([method, routeOptions.url, Object.entries(params ?? {}).sort()]);

/** 8 to 128 visible ASCII characters. */
function idempotencyKeyOf({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (key === undefined) throw new DomainError('IDEMPOTENCY_KEY_REQUIRED');
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key))
    throw new DomainError('IDEMPOTENCY_KEY_MALFORMED');
  return key;
}
