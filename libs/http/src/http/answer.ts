import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { etagOf } from './etag.ts';

interface Place {
  /** Of the stream, for `ETag`. */
  readonly revision?: number;
  /** In the log, for `X-Position`: a query can wait for it. */
  readonly position?: string;
  /** @default the route's */
  readonly status?: number;
}

/** An answer that also says where in the log it stands. */
export class Answer<Body> {
  constructor(
    readonly body: Body,
    readonly place: Place,
  ) {}
}

/** e.g. `answer({ number }, outcome)`: the outcome of a command has both. */
export const answer = <Body>(body: Body, { revision, position, status }: Place): Answer<Body> =>
  new Answer(body, {
    ...(revision === undefined || revision < 0 ? {} : { revision }),
    ...(position === undefined ? {} : { position }),
    ...(status === undefined ? {} : { status }),
  });

@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((value: unknown) => {
        if (!(value instanceof Answer)) return value;
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        const { revision, position, status } = (value as Answer<unknown>).place;
        if (revision !== undefined) void reply.header('etag', etagOf(revision));
        if (position !== undefined) void reply.header('x-position', position);
        if (status !== undefined) void reply.code(status);
        return (value as Answer<unknown>).body;
      }),
    );
  }
}
