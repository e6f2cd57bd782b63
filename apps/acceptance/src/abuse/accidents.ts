import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, it } from '@jest/globals';
import type { Product, ProductKind } from '../harness/index.ts';
import { faultsIn, MixedTraffic } from './mixed-traffic.ts';
import { Outage } from './outage.ts';

/** Every answer meanwhile is well told, some say that something is away, and it passes. */
async function isToldWell(traffic: MixedTraffic, accident: () => Promise<unknown>): Promise<void> {
  const told = await traffic.during(accident());
  expect(faultsIn(told)).toEqual([]);
  expect(told.some(({ status }) => status === 503)).toBe(true);
  await traffic.recovers();
}

/** T31: accidents at PostgreSQL, wherever the product runs; apart, it or the broker may be gone. */
export function outlivesAccidents(running: () => Product, kind: ProductKind): void {
  let product: Product;
  let traffic: MixedTraffic;
  beforeAll(async () => {
    product = running();
    await product.setClock(new Date().toISOString());
    traffic = await MixedTraffic.at(product.url);
  }, 60_000);

  it.each(['all', 'all but those of the door'] as const)(
    'connections are cut, again and again: %s',
    async (which) => {
      const outage = await Outage.of(product.folders);
      await isToldWell(traffic, async () => {
        for (let i = 0; i < 30; i += 1) {
          await outage.cut(which);
          await delay(150);
        }
      });
    },
    180_000,
  );

  it('one of its processes crashes', async () => {
    const outage = await Outage.of(product.folders);
    await isToldWell(traffic, async () => {
      await delay(500);
      await outage.crash();
      await delay(4_000);
    });
  }, 180_000);

  if (kind === 'standalone') return;

  it('PostgreSQL is gone for a while', async () => {
    await isToldWell(traffic, async () => {
      await delay(300);
      await product.kill('postgres');
      await delay(6_000);
      await product.start('postgres');
    });
  }, 240_000);

  // A door that heard nothing for a minute says so, so the broker's start is not waited for here.
  it('Kafka is gone for a while: nobody notices', async () => {
    const gone = product.kill('kafka').then(() => delay(15_000));
    const told = await traffic.during(gone, 1_000);
    expect(told.filter(({ status }) => status >= 500 || status === 0)).toEqual([]);
    await product.start('kafka');
    await traffic.recovers();
  }, 240_000);
}
