import { Metrics, type MetricsOptions } from '@minh-bach/http';
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge } from 'prom-client';
import type { Share } from '../http/share.ts';
import type { RevocationWatch } from '../revocations/watch.ts';

/** What operators see of the door, on a port of its own: how full it is, and that somebody guesses. */
export class DoorMetrics {
  readonly #metrics: Metrics;
  readonly #full: Counter<'share'>;
  readonly #bursts: Counter;
  readonly #samePerson: Counter;

  constructor(options: MetricsOptions | undefined) {
    this.#metrics = new Metrics('gateway', options);
    const registers = [this.#metrics.registry];
    this.#full = new Counter({
      name: 'gateway_share_full_total',
      help: 'Requests refused because the share of their class was full',
      labelNames: ['share'],
      registers,
    });
    this.#bursts = new Counter({
      name: 'gateway_not_found_bursts_total',
      help: 'Times that one person missed many numbers within a minute',
      registers,
    });
    this.#samePerson = new Counter({
      name: 'gateway_invitations_same_person_total',
      help: 'Times that one person asked for both halves of an invitation, and was refused',
      registers,
    });
  }

  /** The inviter, or the invited, asked for the other half of an invitation, and was refused. */
  samePerson(): void {
    this.#samePerson.inc();
  }

  full(share: string): void {
    this.#full.inc({ share });
  }

  burst(): void {
    this.#bursts.inc();
  }

  observe(
    app: FastifyInstance,
    shares: Readonly<Record<string, Pick<Share, 'running' | 'waiting'>>>,
  ): void {
    this.#metrics.observe(app);
    const running = new Gauge({
      name: 'gateway_share_requests',
      help: 'Requests of each class: being answered, or waiting for their turn',
      labelNames: ['share', 'state'],
      registers: [this.#metrics.registry],
      collect() {
        for (const [share, { running: now, waiting }] of Object.entries(shares)) {
          running.set({ share, state: 'running' }, now);
          running.set({ share, state: 'waiting' }, waiting);
        }
      },
    });
  }

  watchMessages(watch: Pick<RevocationWatch, 'standstill'>): void {
    this.#metrics.watchMessages('gateway', () => watch.standstill());
  }

  text(): Promise<string> {
    return this.#metrics.registry.metrics();
  }

  start(): Promise<void> {
    return this.#metrics.onApplicationBootstrap();
  }

  stop(): Promise<void> {
    return this.#metrics.beforeApplicationShutdown();
  }
}
