import { Metrics } from '@minh-bach/http';
import { isDomainError } from '@minh-bach/kernel';
import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { ServiceRuntime } from '../service/service-runtime.ts';

const REFUSED = 'files_refused_total';

/** For operators: how many files wait for their check, and how many were refused for what. */
@Injectable()
export class UploadMetrics {
  readonly #refused: Counter<'reason'>;

  constructor({ registry }: Metrics, { infrastructure }: ServiceRuntime) {
    const registers = [registry];
    // Several services of one app count together.
    const known = registry.getSingleMetric(REFUSED);
    if (known) {
      this.#refused = known as Counter<'reason'>;
      return;
    }
    this.#refused = new Counter({
      name: REFUSED,
      help: 'Files that were not taken, by the code of the refusal',
      labelNames: ['reason'],
      registers,
    });
    new Gauge({
      name: 'files_waiting',
      help: 'Files that wait for their check',
      registers,
      collect() {
        this.set(infrastructure.uploads.waiting);
      },
    });
  }

  /** Codes only: no word of a file, no name of anybody. */
  refused(error: unknown): void {
    this.#refused.inc({ reason: isDomainError(error) ? error.code : 'FAILED' });
  }
}
