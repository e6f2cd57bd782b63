import type { FastifyInstance, FastifyRequest } from 'fastify';

const MAX_FORM_BYTES = 16 * 1024;

/** Forms as browsers send them, and nothing else; each field once. */
export function readForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

/** A field of the form, NFC; empty where it is missing. */
export function fieldOf(request: FastifyRequest, name: string): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.getOwnPropertyDescriptor(body, name)?.value;
  return typeof value === 'string' ? value.normalize('NFC') : '';
}

/** Browsers name the origin of a form; another one's form is refused. */
export const fromElsewhere = (request: FastifyRequest, origin: string): boolean =>
  request.headers.origin !== undefined && request.headers.origin !== origin;
