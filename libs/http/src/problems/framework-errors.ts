import { HttpException } from '@nestjs/common';
import { DomainError, isOutage } from '@minh-bach/kernel';
import { SAME_AS_NOT_FOUND } from './internal-codes.ts';

const BY_CODE: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'MALFORMED_JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MALFORMED_JSON',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_BAD_URL: 'BAD_URL',
  FST_ERR_INVALID_URL: 'BAD_URL',
  FST_ERR_MAX_PARAM_LENGTH: 'BAD_URL',
  FST_ERR_HANDLER_TIMEOUT: 'TOO_SLOW',
  FST_REQ_FILE_TOO_LARGE: 'FILE_TOO_LARGE',
  FST_FILES_LIMIT: 'BAD_REQUEST',
  FST_PARTS_LIMIT: 'BAD_REQUEST',
  FST_FIELDS_LIMIT: 'BAD_REQUEST',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
};

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'SIGN_IN_REQUIRED',
  403: 'ACTION_FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  503: 'UNAVAILABLE',
};

/** The parser of forms (busboy) tells by message only that a form is cut off, or none. */
const BROKEN_FORM =
  /^(Unexpected end of multipart data|Part terminated early|Multipart: Boundary not found|The needle (?:has to|cannot)|Unsupported Content-Type)/i;

/** What Fastify, Nest, Node and PostgreSQL throw, as a code of the catalogue. */
export function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError)
    return SAME_AS_NOT_FOUND.includes(error.code) ? new DomainError('NOT_FOUND') : error;
  const cause: unknown = error instanceof HttpException ? (error.cause ?? error) : error;
  const status = BROKEN_FORM.test(text(cause, 'message')) ? 400 : statusOf(error);
  const code =
    BY_CODE[text(cause, 'code')] ??
    (isOutage(cause) ? 'UNAVAILABLE' : undefined) ??
    BY_STATUS[status] ??
    (status < 500 ? 'BAD_REQUEST' : 'INTERNAL');
  return new DomainError(code, {}, { cause: error });
}

/** Only errors that were made to be an HTTP answer may choose a status below 500. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && error.name === 'FastifyError' && 'statusCode' in error)
    return Number(error.statusCode);
  return 500;
}

const text = (value: unknown, name: string): string => {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : '';
  return typeof found === 'string' ? found : '';
};
