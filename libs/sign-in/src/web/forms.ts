import type { FastifyInstance, FastifyRequest } from 'fastify';

const MAX_FORM_BYTES = 16 * 1024;
/**
 * No field is longer. The time to compose a text grows with the square of the marks in a row: 8,000 would
 * stop the process for a sixth of a second, and anybody may send a form.
 */
const LONGEST_FIELD = 1_000;

/** Forms as browsers send them, and nothing else; each field once. */
export function readForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

/** A field of the form, NFC; empty where it is missing, or longer than any. */
export function fieldOf(request: FastifyRequest, name: string): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.getOwnPropertyDescriptor(body, name)?.value;
  return typeof value === 'string' && value.length <= LONGEST_FIELD ? value.normalize('NFC') : '';
}

/** Browsers name the origin of a form; another one's form is refused. */
export const fromElsewhere = (request: FastifyRequest, origin: string): boolean =>
  request.headers.origin !== undefined && request.headers.origin !== origin;
