import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, type Clock } from '@minh-bach/kernel';
import type { FastifyRequest } from 'fastify';
import type { Mode } from '../configuration/mode.ts';
import { CLOCK, MODE } from '../tokens.ts';
import { requestContext } from '../telemetry/request-context.ts';
import { newTrace } from '../telemetry/traceparent.ts';
import { ACCESS, type Access } from './access.ts';
import { AccessTokens } from './access-token.ts';
import { identify } from './acting-post.ts';
import { RecordsOfModules } from './records-of-modules.ts';

/**
 * The one guard, in front of every route. It sits behind the router, so no spelling of a path gets
 * around it; a route that says nothing about access is refused.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly records: RecordsOfModules,
    private readonly tokens: AccessTokens,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MODE) private readonly mode: Mode,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === undefined) throw new DomainError('ACTION_FORBIDDEN');
    if (
      access.kind === 'public' ||
      (access.kind === 'signed-in' && access.publicIn.includes(this.mode))
    )
      return this.#forgetCaller();

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { issuer, subject } = await this.tokens.verify(bearer(request));
    const principal = await this.records
      .of(context.getClass())
      ?.find(issuer, subject, this.clock.now());
    if (principal === undefined) throw new DomainError('UNKNOWN_PERSON');
    request.identity = identify(principal, access, actingPost(request));
    return true;
  }

  /** A trace that began with the caller could name him later: a public route begins its own. */
  #forgetCaller(): true {
    const scope = requestContext();
    if (scope) scope.trace = newTrace();
    return true;
  }
}

function bearer({ headers }: FastifyRequest): string {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined)
    throw new DomainError(
      headers.authorization === undefined ? 'SIGN_IN_REQUIRED' : 'TOKEN_REFUSED',
    );
  return token;
}

function actingPost({ headers }: FastifyRequest): string | undefined {
  const header = headers['x-acting-post'];
  return Array.isArray(header) ? header.join() : header;
}
