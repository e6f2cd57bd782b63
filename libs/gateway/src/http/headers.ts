import type { FastifyInstance, FastifyReply } from 'fastify';

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

const HSTS = 'max-age=31536000; includeSubDomains';

/** For answers that are data: should a browser ever show one as a page, nothing in it runs. */
export const DATA_CSP =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** Set before anything else; routes that serve pages put their own policy in place of it. */
export function secureHeaders(app: FastifyInstance, https: boolean): void {
  app.addHook('onRequest', async (_request, reply) => secured(reply, https));
}

/** The same for an answer that no hook meets. */
export function secured(reply: FastifyReply, https: boolean): void {
  for (const [name, value] of Object.entries(EVERYWHERE)) reply.raw.setHeader(name, value);
  reply.raw.setHeader('content-security-policy', DATA_CSP);
  if (https) reply.raw.setHeader('strict-transport-security', HSTS);
}
