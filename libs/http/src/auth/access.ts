import type { Action } from '@minh-bach/contracts';
import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Mode } from '../configuration/mode.ts';

/** Who may use a route. One of these is on every route, or the app does not start. */
export type Access =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'signed-in'; readonly publicIn: readonly Mode[] }
  | { readonly kind: 'public' };

export const ACCESS = Symbol.for('minh-bach:access');

/** Those whose post holds a role that the policy table gives this action. */
export const Allow = (action: Action) =>
  SetMetadata<symbol, Access>(ACCESS, { kind: 'action', action });

/** Every person of record with a post. */
export const SignedIn = (options: { publicIn?: readonly Mode[] } = {}) =>
  SetMetadata<symbol, Access>(ACCESS, { kind: 'signed-in', publicIn: options.publicIn ?? [] });

/** Anybody; what the caller may prove about himself is not even looked at. */
export const Public = () => SetMetadata<symbol, Access>(ACCESS, { kind: 'public' });

const identityOf = (context: ExecutionContext) => {
  const { identity } = context.switchToHttp().getRequest<FastifyRequest>();
  if (identity === undefined) throw new Error('no identity: is this route public?');
  return identity;
};

/** `Actor` of the kernel: the person, in the role that allowed the action, for the post's unit. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => identityOf(context).actor,
);

/** `Identity`: the person with name and posts, the post acted in, the actor. */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext) =>
  identityOf(context),
);
