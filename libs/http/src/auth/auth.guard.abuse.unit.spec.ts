import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { systemClock } from '@minh-bach/kernel';
import { AUDIENCE, ISSUER, tokenIssuer } from '../specs/tokens.ts';
import { ACCESS, type Access } from './access.ts';
import { AccessTokens } from './access-token.ts';
import { AuthGuard } from './auth.guard.ts';
import { RecordsOfModules } from './records-of-modules.ts';

/** The guard in front of a handler with this rule, for someone whose token is good. */
async function judge(access: Access | undefined, signedIn = true): Promise<boolean> {
  const issuer = await tokenIssuer();
  const guard = new AuthGuard(
    new Reflector(),
    new RecordsOfModules(new ModulesContainer()),
    new AccessTokens({ issuer: ISSUER, audience: AUDIENCE, keys: issuer.jwks }),
    systemClock,
    'production',
  );
  const handler = () => undefined;
  if (access) Reflect.defineMetadata(ACCESS, access, handler);
  const headers = signedIn ? { authorization: `Bearer ${await issuer.sign()}` } : {};
  const context: Partial<ExecutionContext> = {
    getHandler: () => handler,
    getClass: <T>() => class {} as T,
    switchToHttp: () => ({
      getRequest: <T>() => ({ headers }) as T,
      getResponse: <T>() => ({}) as T,
      getNext: <T>() => undefined as T,
    }),
  };
  return guard.canActivate(context as ExecutionContext);
}

describe('T12: the guard fails closed', () => {
  it('on a route that says nothing about access, whoever asks', async () => {
    await expect(judge(undefined)).rejects.toThrow('ACTION_FORBIDDEN');
  });

  it('when there is no record to ask', async () => {
    await expect(judge({ kind: 'action', action: 'case.read' })).rejects.toThrow('UNKNOWN_PERSON');
  });

  it('on what is open in a demonstration only', async () => {
    const access: Access = { kind: 'signed-in', publicIn: ['demo', 'test'] };
    await expect(judge(access, false)).rejects.toThrow('SIGN_IN_REQUIRED');
  });

  it('and opens what is open to anybody', async () => {
    await expect(judge({ kind: 'public' }, false)).resolves.toBe(true);
  });
});
