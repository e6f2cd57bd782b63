/** SQLSTATE: connection lost (08), nothing left (53), a statement cut, a server that stops or starts (57). */
const STATES = /^(?:08|53|57014|57P)/;

/** Node's codes for a neighbour that is away, and those of its HTTP client. */
const CODES =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|UND_ERR_\w+)$/;

/** What the driver of PostgreSQL and its pool tell by message only. */
const MESSAGES =
  /^(?:Connection terminated|Connection ended|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client was closed|Cannot use a pool after|Driver not Connected)/i;

/**
 * Whether something this process needs is away (a database, a broker, a neighbour): no fault of the
 * one who asks nor of the code, and worth trying again.
 */
export function isOutage(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  const { code, driverError } = error as Error & { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && (STATES.test(code) || CODES.test(code))) return true;
  if (MESSAGES.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some((each) => isOutage(each, depth + 1)))
    return true;
  return isOutage(error.cause, depth + 1) || isOutage(driverError, depth + 1);
}
