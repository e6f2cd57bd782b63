import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { HeldBack } from '@minh-bach/messaging';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricsOptions {
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** 0 for any free port. */
  readonly port: number;
}

/** One registry an app. Others add their counters with `new Counter({ registers: [metrics.registry] })`. */
@Injectable()
export class Metrics implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly registry = new Registry();
  readonly #durations: Histogram<'method' | 'route' | 'status'>;
  readonly #heldBack = new Map<string, () => Promise<HeldBack>>();
  #server: Server | undefined;

  constructor(
    service: string,
    private readonly options: MetricsOptions | undefined,
  ) {
    this.registry.setDefaultLabels({ service });
    this.#durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by route pattern',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [this.registry],
    });
    this.#gauges();
    if (options) collectDefaultMetrics({ register: this.registry });
  }

  /** What a service of this app holds back is read whenever metrics are. */
  watchMessages(service: string, read: () => Promise<HeldBack>): void {
    this.#heldBack.set(service, read);
  }

  #gauges(): void {
    const heldBack = this.#heldBack;
    const registers = [this.registry];
    const lag = new Gauge({
      name: 'messages_lag_seconds',
      help: 'How long the oldest message that is held back has waited',
      labelNames: ['consumer'],
      registers,
    });
    new Gauge({
      name: 'messages_held_streams',
      help: 'Source streams (and unreadable messages) that are held back',
      labelNames: ['consumer', 'state'],
      registers,
      async collect() {
        for (const [consumer, read] of heldBack) {
          const held = await read().catch(() => undefined);
          // While the database is away the other figures are wanted most.
          if (held === undefined) continue;
          const { lagSeconds, ...counts } = held;
          lag.set({ consumer }, lagSeconds);
          for (const [state, count] of Object.entries(counts)) this.set({ consumer, state }, count);
        }
      },
    });
  }

  /** Patterns, never URLs: those carry numbers of matters. */
  observe(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      this.#durations.observe(
        { method: request.method, route, status: String(reply.statusCode) },
        reply.elapsedTime / 1000,
      );
      done();
    });
  }

  /** The port it listens on; undefined when it does not. */
  get port(): number | undefined {
    return (this.#server?.address() as AddressInfo | null | undefined)?.port;
  }

  /** On a port of its own, so that no route and no gateway can lead there. */
  async onApplicationBootstrap(): Promise<void> {
    const { options } = this;
    if (options === undefined) return;
    const server = createServer((request, response) => {
      if (request.url !== '/metrics') return void response.writeHead(404).end();
      this.registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': this.registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen(options.port, options.host ?? '127.0.0.1', resolve),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
