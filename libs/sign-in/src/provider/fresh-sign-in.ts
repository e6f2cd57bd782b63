import { interactionPolicy } from 'oidc-provider';
import type { Provider } from 'oidc-provider';

const { base, Check } = interactionPolicy;

/**
 * Name and password are asked for in each flow, of the gateway and of a device: a browser in which
 * somebody signed in before opens nothing. No consent: both clients are the product itself.
 */
export function askEachTime(): interactionPolicy.DefaultPolicy {
  const policy = base();
  policy.remove('consent');
  policy
    .get('login')
    ?.checks.add(
      new Check('signed_in_here', 'End-User authentication is required', (ctx) =>
        ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

/** The provider's own session ends with the answer that a sign-in led to; tokens live on. */
export function keepNobody(provider: Provider): void {
  provider.use(async (ctx, next) => {
    try {
      await next();
    } finally {
      const { session } = ctx.oidc?.entities.Session ? ctx.oidc : {};
      if (session?.accountId !== undefined) await session.destroy();
    }
  });
}
