import { EngineError } from './engine.ts';

/** Of the client's errors, what tells them apart; never a message that may hold what was sent. */
const FIELDS = ['code', 'expectedVersion', 'actualVersion', 'maxAppendSize', 'details'] as const;

/** The client says `type`; where it does not, it had no connection. */
export function engineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const given = error as Partial<Record<string, unknown>>;
  const told = typeof given['type'] === 'string' ? given['type'] : 'unavailable';
  const type = told === 'unavailable' && isAboutCertificate(error) ? 'certificate' : told;
  const fields = Object.fromEntries(
    FIELDS.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
  return new EngineError(type, fields, { cause: error });
}

/** TLS fails before any call, so the client only tells in words of Node's or gRPC's. */
function isAboutCertificate(error: unknown): boolean {
  const { message, details } = error as { message?: unknown; details?: unknown };
  return /certificate|self-signed|altname|ERR_TLS|ERR_SSL/i.test(
    `${String(message)} ${String(details)}`,
  );
}
