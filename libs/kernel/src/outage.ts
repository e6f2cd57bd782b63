/**
 * SQLSTATE: connection lost (08) or given up within a transaction (25P03), nothing left (53), a
 * statement cut, a server that stops or starts (57), a disk that fails (58). Not 08P01: that answers a
 * statement which is wrong, such as one with too many parameters, and is wrong the next time, too.
 */
const STATES = /^(?:08(?!P01)|25P03|53|57014|57P|58)/;

/** Node's codes for a neighbour that is away, and those of its HTTP client. */
const CODES =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|UND_ERR_\w+)$/;

/** What the driver of PostgreSQL and its pool tell by message only. */
const MESSAGES =
  /^(?:Connection terminated|Connection ended|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client was closed|Cannot use a pool after|Driver not Connected)/i;

/** What a mapper tells when the connection was lost between two of its statements. */
const NAMES = /^(?:QueryRunner(?:Provider)?AlreadyReleasedError|TransactionNotStartedError)$/;

/**
 * Whether something this process needs is away (a database, a broker, a neighbour): no fault of the
 * one who asks nor of the code, and worth trying again.
 */
export function isOutage(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, name, message, errors, cause, driverError } = error as Partial<
    Record<string, unknown>
  >;
  if (typeof code === 'string' && (STATES.test(code) || CODES.test(code))) return true;
  if (typeof name === 'string' && NAMES.test(name)) return true;
  if (typeof message === 'string' && MESSAGES.test(message)) return true;
  const within: unknown[] = [cause, driverError, ...(Array.isArray(errors) ? errors : [])];
  return within.some((each) => isOutage(each, depth + 1));
}

interface Emits {
  on(event: 'error', listener: () => void): unknown;
}

/**
 * A connection that is lost between two queries of a transaction tells it by an event: without a
 * listener that ends the process. The next query on it fails, which is where it is dealt with.
 *
 * @param pool one of `pg`, or anything that tells of each connection it makes
 */
export function outliveLostConnections(pool: {
  on(event: 'connect', listener: (connection: Emits) => void): unknown;
}): void {
  pool.on('connect', (connection) => connection.on('error', () => undefined));
}

interface Incoming {
  readonly destroyed: boolean;
  /** All of it has come. */
  readonly complete: boolean;
  readonly socket: { readonly destroyed: boolean; readonly remoteAddress?: string | undefined };
}

/**
 * Whether the sender of a request went before all of it had come: no fault of ours, whatever it made
 * fail. The system forgets the address of one that was reset before Node tells of it.
 */
export const isBrokenOff = ({ destroyed, complete, socket }: Incoming): boolean =>
  !complete && (destroyed || socket.destroyed || socket.remoteAddress === undefined);
