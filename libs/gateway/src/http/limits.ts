import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from '@minh-bach/sign-in';
import { Refusal } from './problem.ts';
import type { HalfSentLimits } from '../proxy/half-sent.ts';
import type { ShareLimits } from './share.ts';

/*
 * Every limit of the door, in one place. They hold for one process. The rule behind them: what
 * somebody sends half costs memory and a socket for some seconds, never a connection to a service;
 * and no class of requests can use up what another class needs.
 */

/** Requests a network may make in a minute; an office behind one address is still let through. */
const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } });

export const LIMITS = {
  /** Asking for a petition by its receipt code: 128 bits, so this is for our sake, not the code's. */
  track: perMinute(60),
  /** Time limits of a day: some ms of counting and drawing each. */
  timeLimits: perMinute(60),
  /** Decisions that are public: a page of rows each. */
  published: perMinute(60),
  /** Figures: all pages and tables of them together. */
  figures: perMinute(60),
  /** Links for new accounts. */
  invite: perMinute(30),
} as const;

/**
 * For the callback, which asks the provider: three times a minute for each begun sign-in. Requests of
 * others do not count. A callback without a begun sign-in asks for nothing, and has no limit.
 *
 * @param begun the `state` of the begun sign-in, where it is ours
 */
export const finishing = (begun: (request: FastifyRequest) => string | undefined) => ({
  rateLimit: {
    ...perMinute(3).rateLimit,
    keyGenerator: (request: FastifyRequest) => begun(request) ?? '',
    allowList: (_request: FastifyRequest, state: string) => state === '',
  },
});

/** How much is left would tell whether others at the same address ask. */
const UNTOLD = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
};

/**
 * One count for all routes that have this hook, whatever the method: by `config` each route would count by
 * itself, and HEAD apart from GET.
 */
export const countedAsOne = (
  app: FastifyInstance,
  { rateLimit }: { rateLimit: { max: number } },
) => ({
  onRequest: app.rateLimit(rateLimit),
});

/** For routes that say so in their `config`; counted in memory by network, written nowhere. */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    cache: 20_000,
    keyGenerator: ({ ip }) => networkOf(ip),
    addHeadersOnExceeding: UNTOLD,
    addHeaders: { ...UNTOLD, 'retry-after': true },
    errorResponseBuilder: () => new Refusal('TOO_MANY_REQUESTS'),
  });
}

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

export const MOST_BYTES = {
  /** A receipt code with its braces: far less than this. */
  track: 4 * KILOBYTE,
  /** The same with some words of the sender. */
  rating: 20 * KILOBYTE,
  /** As much JSON as a service takes: it would hang up on more while we still send. */
  json: MEGABYTE,
  /** The largest file (20 MB) with what goes with it. */
  upload: 24 * MEGABYTE,
} as const;

/** Longer than a form that is filled to its limits, but for the longest texts. */
export const LARGE_JSON_BYTES = 64 * KILOBYTE;

/** How long a sender may take. A browser on a bad line sends a form in one or two seconds. */
export interface Patience {
  /** ms for a whole body that is no upload. */
  readonly bodyMs: number;
  /** ms for a body that fits in one packet or three (`isSmall`), as the public sends it. */
  readonly smallBodyMs: number;
  /** An upload is looked at this often (ms), and has to have brought `uploadBytes` since. */
  readonly uploadCheckMs: number;
  /** 8 KB a second, slower than any line that a customs office has. */
  readonly uploadBytes: number;
  /** ms in which some bytes come or go; longer than any answer is waited for. */
  readonly stillMs: number;
}

export const PATIENCE: Patience = {
  bodyMs: 10_000,
  smallBodyMs: 2_000,
  uploadCheckMs: 10_000,
  uploadBytes: 80 * KILOBYTE,
  stillMs: 60_000,
};

export const SERVER_TIMES = {
  /** ms for all headers: they fit one packet. */
  headersTimeout: 10_000,
  /** Node looks for late requests only so often, by itself every 30 s. */
  connectionsCheckingInterval: 2_000,
  /** ms for a whole request: the largest upload at 200 KB a second. */
  requestTimeout: 120_000,
  /** ms that a connection without a request is kept: pages ask again every 30 s anyway. */
  keepAliveTimeout: 20_000,
  /** Then the last answer says that the connection ends. */
  maxRequestsPerSocket: 1_000,
} as const;

/** Requests of one connection whose answers have not left; pages, `mb` and proxies have one. */
export const MOST_PIPELINED = 8;

/** ms for a service to answer; none takes longer than some seconds. */
export const UPSTREAM_MS = 30_000;

/** The same for `POST /api/track`: whoever waits for a database that stands still holds a place. */
export const PUBLIC_UPSTREAM_MS = 5_000;

/**
 * Shares of what services do at once. `perCaller` counts by person, or by address where nobody has
 * signed in. `waitMs` is short: a person who waits longer tries again anyway.
 */
export const SHARES = {
  /** `POST /api/track`: a query by hash, some ms each. */
  public: { atOnce: 16, perCaller: 4, waiting: 64, waitingPerCaller: 8, waitMs: 2_000 },
  /** A page asks up to ten things at once. */
  staff: { atOnce: 64, perCaller: 16, waiting: 256, waitingPerCaller: 64, waitMs: 5_000 },
  /** JSON of more than `LARGE_JSON_BYTES`: far more work for a service than a form. */
  large: { atOnce: 6, perCaller: 2, waiting: 32, waitingPerCaller: 8, waitMs: 5_000 },
  /** A scanner sends one file after the other. */
  uploads: { atOnce: 12, perCaller: 3, waiting: 24, waitingPerCaller: 6, waitMs: 5_000 },
  /** Reads that wait for one's own write: up to 5 s each while the rows are late. */
  waits: { atOnce: 48, perCaller: 12, waiting: 128, waitingPerCaller: 32, waitMs: 5_000 },
} as const satisfies Record<string, ShareLimits>;

/** To one service, for uploads: more than their share, since one that broke off may still be answered. */
export const UPLOAD_CONNECTIONS = 2 * SHARES.uploads.atOnce;

/**
 * Bodies of the public that have not come whole: at most 500 x 4 KB. A body that comes when all places
 * are taken always gets one, see `HalfSent`.
 */
export const HALF_SENT = { atOnce: 500, perNetwork: 24 } as const satisfies HalfSentLimits;

/**
 * Bodies of staff that are being read, before anything else is taken for them: at most 128 x 1 MB. A
 * page may send many at once, so they wait a moment for a place; a body that waits is not read beyond
 * its stream's own buffer.
 */
export const READING = {
  atOnce: 128,
  perCaller: 24,
  waiting: 128,
  waitingPerCaller: 32,
  waitMs: 2_000,
} as const satisfies ShareLimits;

/** Looking for numbers that one does not know. A person mistypes a few a minute. */
export const GUESSES = {
  windowMs: 60_000,
  /** More different misses than this are slowed, and reported once a window. */
  free: 12,
  /** Each further miss makes the next look-up this much slower, up to `slowestMs`. */
  stepMs: 150,
  slowestMs: 3_000,
  /** More than this, and numbers are refused until the window is over. */
  most: 40,
  /** Askers kept in memory; the oldest go first. */
  askers: 5_000,
} as const;

/**
 * A 404 leaves at a multiple of this many ms after its request came: what is hidden takes some ms more
 * or less than what is unknown, on a busy machine some tens, and this covers it several times over.
 */
export const NOT_FOUND_STEP_MS = 250;

/** What happens often in a short time is logged once, with its count, after so many ms. */
export const BURST_MS = 10_000;
