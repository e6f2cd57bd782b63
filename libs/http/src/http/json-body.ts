import { DomainError } from '@minh-bach/kernel';
import type { FastifyInstance } from 'fastify';

export const MAX_JSON_BYTES = 1024 * 1024;
const MAX_DEPTH = 20;
const MAX_VALUES = 20_000;

/** JSON in UTF-8 and nothing else; every other type is a 415. Uploads register a parser of their own. */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_JSON_BYTES },
    (request, body, done) => {
      const charset = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(
        request.headers['content-type'] ?? '',
      )?.[1];
      if (charset !== undefined && charset.toLowerCase() !== 'utf-8')
        return done(new DomainError('UNSUPPORTED_MEDIA_TYPE'));
      let text: string;
      try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
          typeof body === 'string' ? Buffer.from(body) : body,
        );
      } catch {
        return done(new DomainError('MALFORMED_JSON'));
      }
      // Fastify's parser skips it; RFC 8259 has none, and other readers refuse what begins with one.
      if (text.startsWith('\ufeff')) return done(new DomainError('MALFORMED_JSON'));
      void parse(request, text, (error, value: unknown) =>
        error ? done(error) : done(refusal(value) ?? null, value),
      );
    },
  );
}

/**
 * What JSON can say and the log cannot keep (RFC 8785: numbers without a finite value, half a
 * character), and what only costs. Without recursion: depth is what is being tested.
 */
function refusal(root: unknown): DomainError | undefined {
  let level: unknown[] = [root];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    if (depth > MAX_DEPTH || values > MAX_VALUES) return new DomainError('JSON_TOO_COMPLEX');
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'number' && !Number.isFinite(value))
        return new DomainError('MALFORMED_JSON');
      if (typeof value === 'string' && /\p{Cs}/u.test(value))
        return new DomainError('MALFORMED_JSON');
      if (typeof value !== 'object' || value === null) continue;
      // One by one: a spread of a million items would not fit the stack.
      for (const [key, item] of Object.entries(value)) {
        if (/\p{Cs}/u.test(key)) return new DomainError('MALFORMED_JSON');
        next.push(item);
      }
    }
    level = next;
  }
  return undefined;
}
