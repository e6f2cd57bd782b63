import { z } from 'zod';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * What people type, without a path. Plain http only on a loopback name: everywhere else cookies and
 * passwords would travel in the clear.
 */
export const publicOriginSchema = z
  .url({ protocol: /^https?$/, error: 'must be an address like https://minhbach.example' })
  .transform((text) => new URL(text))
  .refine((url) => url.pathname === '/' && url.search === '' && url.username === '', {
    error: 'must be an origin, without a path',
  })
  .refine((url) => url.protocol === 'https:' || LOOPBACK.test(url.hostname), {
    error: 'must be https, except on a loopback name',
  })
  .transform((url) => url.origin);

/** Where a service listens inside; nothing after the port. */
export const upstreamSchema = z
  .url({ protocol: /^https?$/, error: 'must be an address like http://127.0.0.1:4001' })
  .transform((text) => new URL(text))
  .refine((url) => url.pathname === '/' && url.search === '' && url.username === '', {
    error: 'must be an origin, without a path',
  })
  .transform((url) => url.origin);
