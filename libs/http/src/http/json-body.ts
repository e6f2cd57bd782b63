import { DomainError } from '@minh-bach/kernel';
import type { FastifyInstance } from 'fastify';
import { isTooComplex } from './json-size.ts';

export const MAX_JSON_BYTES = 1024 * 1024;

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
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      if (isTooComplex(bytes)) return done(new DomainError('JSON_TOO_COMPLEX'));
      let text: string;
      try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
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
 * What JSON can say and the log cannot keep (RFC 8785): numbers without a finite value, half a character.
 * What is deep or has many values is refused before.
 */
function refusal(value: unknown): DomainError | undefined {
  if (typeof value === 'number' && !Number.isFinite(value))
    return new DomainError('MALFORMED_JSON');
  if (typeof value === 'string' && !value.isWellFormed()) return new DomainError('MALFORMED_JSON');
  if (typeof value !== 'object' || value === null) return undefined;
  const items: readonly unknown[] = Array.isArray(value)
    ? value
    : [...Object.keys(value), ...Object.values(value)];
  for (const item of items) {
    const found = refusal(item);
    if (found) return found;
  }
  return undefined;
}
