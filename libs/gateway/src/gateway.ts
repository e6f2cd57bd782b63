import { randomUUID } from 'node:crypto';
import { answerBrokenHttp, noSchemas } from '@minh-bach/http';
import { BurstLog, outliveLostConnections, systemClock } from '@minh-bach/kernel';
import type { MessageHandler } from '@minh-bach/messaging';
import { migrateSignIn, serveAssets, SIGN_IN_PATH } from '@minh-bach/sign-in';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { Doorkeeper } from './auth/doorkeeper.ts';
import { LoginStates } from './auth/login-state.ts';
import { RelyingParty } from './auth/relying-party.ts';
import { authRoutes } from './auth/routes.ts';
import { Sessions } from './auth/sessions.ts';
import { siteCookie } from './http/cookies.ts';
import { BURST_MS, limitRates, MOST_PIPELINED, PATIENCE, SERVER_TIMES } from './http/limits.ts';
import { limitBodyTimes } from './http/body-times.ts';
import { handleErrors } from './http/errors.ts';
import { Guesses } from './http/guesses.ts';
import { evenNotFound } from './http/not-found.ts';
import { secured, secureHeaders } from './http/headers.ts';
import { Refusal, sendProblem } from './http/problem.ts';
import { plainPathsOnly } from './http/paths.ts';
import { limitPipelines } from './http/pipelines.ts';
import { knownHostsOnly } from './http/hosts.ts';
import { PeopleNames } from './invitations/people-names.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { ListViews } from './list-views/list-views.ts';
import { listViewRoutes } from './list-views/routes.ts';
import { matterRoutes } from './matters/routes.ts';
import { meRoute } from './me.ts';
import { healthRoutes } from './operations/health.ts';
import { operationsRoutes } from './operations/routes.ts';
import { DoorMetrics } from './operations/metrics.ts';
import { testClockRoutes } from './operations/test-clock.ts';
import type { GatewayOptions } from './options.ts';
import { Revocations } from './revocations/revocations.ts';
import { RevocationWatch, type Heard } from './revocations/watch.ts';
import { Positions } from './positions/positions.ts';
import { proxyRoutes } from './proxy/routes.ts';
import { Services } from './proxy/services.ts';
import { createShares } from './proxy/shares.ts';
import { serveConsole } from './web/static.ts';

const SWEEP_MS = 10 * 60_000;

export interface Gateway {
  readonly app: FastifyInstance;
  /** Resolves once requests are answered. */
  listen(address: { readonly host: string; readonly port: number }): Promise<void>;
  /** Ends whatever this person has open, here and at the embedded provider; for revoked rights. */
  endSessions(issuer: string, subject: string): Promise<void>;
  /** To be given the messages of `directory.v1`: whoever loses a right has to sign in again. */
  handleDirectory: MessageHandler;
  /** The consumer that gives them: from then on it is watched. */
  hears(consumer: Heard): void;
  /** As Prometheus reads them. */
  metrics(): Promise<string>;
  close(): Promise<void>;
}

/** The one door for browsers and `mb`: sign-in, the services' APIs, merged histories, the console. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { publicOrigin, provider, signIn, clock = systemClock } = options;
  const { calendar = clock } = options;
  const https = publicOrigin.startsWith('https:');
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: 10,
    // A database that is away or stands still is told of, instead of waited for.
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    application_name: 'gateway',
  });
  pool.on('error', () => undefined);
  outliveLostConnections(pool);
  await migrateSignIn(pool);

  // 1. What everything else stands on.
  const sessions = new Sessions(pool, options.sealKey, clock);
  const party = new RelyingParty(provider, publicOrigin);
  const cookie = siteCookie('mb-session', https, 'Strict');
  // Lax: an external provider sends the browser back from another site.
  const states = new LoginStates(siteCookie('mb-login', https, 'Lax'), options.sealKey, clock);
  const doorkeeper = new Doorkeeper(sessions, party, cookie, publicOrigin);

  const positions = new Positions(options.sealKey);

  // 2. The door itself, before any route.
  const patience = { ...PATIENCE, ...options.patience };
  const app = fastify({
    logger: {
      level: options.mode === 'test' && !options.log ? 'silent' : 'warn',
      base: null,
      ...(options.log ? { stream: options.log } : {}),
    },
    schemaController: noSchemas,
    genReqId: () => randomUUID(),
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    bodyLimit: 64 * 1024,
    requestTimeout: SERVER_TIMES.requestTimeout,
    keepAliveTimeout: SERVER_TIMES.keepAliveTimeout,
    maxRequestsPerSocket: SERVER_TIMES.maxRequestsPerSocket,
    // Also for answers that nobody reads.
    connectionTimeout: patience.stillMs,
    http: {
      headersTimeout: SERVER_TIMES.headersTimeout,
      connectionsCheckingInterval: SERVER_TIMES.connectionsCheckingInterval,
    },
    forceCloseConnections: 'idle',
    clientErrorHandler: answerBrokenHttp,
    // A path that is no UTF-8: no hook and no route meets it.
    frameworkErrors: (_error, request, reply) => {
      secured(reply, https);
      sendProblem(request, reply, new Refusal('NOT_FOUND'));
    },
  });
  const bursts = new BurstLog(app.log, BURST_MS);
  const metrics = new DoorMetrics(options.metrics);
  const guesses = new Guesses(() => {
    metrics.burst();
    bursts.note('warn', 'somebody asks for many numbers that they do not know');
  });
  limitPipelines(app, MOST_PIPELINED);
  handleErrors(app, bursts);
  evenNotFound(app, guesses);
  limitBodyTimes(app, patience);
  knownHostsOnly(app, publicOrigin, options.internalHosts ?? []);
  secureHeaders(app, https);
  plainPathsOnly(app);
  await limitRates(app);

  // 3. Routes.
  const auth = { publicOrigin, provider, party, sessions, states, cookie, doorkeeper };
  await app.register(async (scope) => authRoutes(scope, signIn ? { ...auth, signIn } : auth));
  await app.register(signIn?.plugin ?? serveAssets, { prefix: SIGN_IN_PATH });
  const shares = createShares((share) => {
    metrics.full(share);
    bursts.note('warn', `the share "${share}" is full`);
  });
  const { reading, ...ofServices } = shares;
  metrics.observe(app, {
    ...ofServices,
    'reading.public': reading.public,
    'reading.staff': reading.staff,
  });
  const services = new Services(options.services, options.inside);
  const proxy = { services, doorkeeper, positions, shares, guesses, patience };
  // Its plugin logs each upload that breaks off, with the message of the error.
  await app.register(async (scope) => proxyRoutes(scope, proxy), { logLevel: 'error' });
  matterRoutes(app, proxy);
  meRoute(app, proxy);
  const views = new ListViews(pool, options.sealKey);
  listViewRoutes(app, { ...proxy, views });
  const names = new PeopleNames(pool, options.sealKey);
  const onSamePerson = () => {
    metrics.samePerson();
    bursts.note('warn', 'one person asked for both halves of an invitation');
  };
  const inviting = { pool, services, doorkeeper, names, onSamePerson };
  invitationRoutes(app, signIn ? { ...inviting, signIn } : inviting);
  const watch = new RevocationWatch(pool, calendar);
  metrics.watchMessages(watch);
  operationsRoutes(app, { services, doorkeeper, watch });
  healthRoutes(app, { pool, watch, behind: options.behind });
  if (options.mode === 'test') testClockRoutes(app, options.services, calendar);
  const isTrial = options.mode !== 'production';
  serveConsole(app, {
    root: options.webRoot,
    origin: publicOrigin,
    isTrial,
    clock: calendar,
    tracking: { services, shares },
  });

  // 4. What is over is deleted now and then.
  const sweeping = setInterval(() => {
    Promise.all([sessions.sweep(), signIn?.sweep()]).catch(() => undefined);
  }, SWEEP_MS).unref();

  const endSessions = async (issuer: string, subject: string) => {
    await sessions.endAll(issuer, subject);
    if (issuer === signIn?.issuer) await signIn.endSessions(subject);
  };
  const revocations = new Revocations(pool, calendar, endSessions, { names, views });

  return {
    app,
    async listen(address) {
      await app.listen(address);
      await metrics.start();
    },
    endSessions,
    metrics: () => metrics.text(),
    handleDirectory: (message) => revocations.handle(message),
    hears: (consumer) => watch.hears(consumer),
    async close() {
      clearInterval(sweeping);
      await app.close();
      await metrics.stop();
      bursts.close();
      await pool.end();
    },
  };
}
