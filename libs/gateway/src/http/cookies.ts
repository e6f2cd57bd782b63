import type { FastifyReply, FastifyRequest } from 'fastify';

/** One cookie of the whole site. */
export interface SiteCookie {
  read(request: FastifyRequest): string | undefined;
  set(reply: FastifyReply, value: string, maxAgeSeconds?: number): void;
  clear(reply: FastifyReply): void;
}

/**
 * Over https with the prefix `__Host-`: browsers then take it from this host only, secure, for the
 * whole path. On plain http (loopback) they would refuse that prefix.
 */
export function siteCookie(name: string, https: boolean, sameSite: 'Strict' | 'Lax'): SiteCookie {
  const full = https ? `__Host-${name}` : name;
  const flags = `; Path=/; HttpOnly; SameSite=${sameSite}${https ? '; Secure' : ''}`;
  const append = (reply: FastifyReply, cookie: string) => void reply.header('set-cookie', cookie);
  return {
    read(request) {
      const all = (request.headers.cookie ?? '')
        .split('; ')
        .filter((each) => each.startsWith(`${full}=`));
      // Twice the same name is somebody's attempt to plant one.
      return all.length === 1 ? all[0]?.slice(full.length + 1) : undefined;
    },
    set(reply, value, maxAge) {
      append(reply, `${full}=${value}${flags}${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}`);
    },
    clear(reply) {
      append(reply, `${full}=${flags}; Max-Age=0`);
    },
  };
}
