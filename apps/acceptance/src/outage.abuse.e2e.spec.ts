import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWith } from '@minh-bach/testing';
import { faultsIn, MixedTraffic } from './abuse/mixed-traffic.ts';
import { Outage } from './abuse/outage.ts';
import { startProduct, type Product, type ProductKind } from './harness/index.ts';

let product: Product;
let traffic: MixedTraffic;

function runs(kind: ProductKind): void {
  beforeAll(async () => {
    product = await startProduct(kind);
    traffic = await MixedTraffic.at(product.url);
  }, 400_000);
  afterAll(() => product?.close(), 60_000);
}

/** Every answer meanwhile is well told, some say that something is away, and it passes. */
async function isToldWell(accident: () => Promise<unknown>): Promise<void> {
  const told = await traffic.during(accident());
  expect(faultsIn(told)).toEqual([]);
  expect(told.some(({ status }) => status === 503)).toBe(true);
  await traffic.recovers();
}

function outlivesAccidents(): void {
  it.each(['all', 'all but those of the door'] as const)(
    'connections are cut, again and again: %s',
    async (which) => {
      const outage = await Outage.of(product.folders);
      await isToldWell(async () => {
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
    await isToldWell(async () => {
      await delay(500);
      await outage.crash();
      await delay(4_000);
    });
  }, 180_000);
}

describe('T31: an outage of PostgreSQL is a 503 that says when to come again, in one process', () => {
  runs('standalone');
  outlivesAccidents();
});

describeWith(
  'kafka',
  'T31: an outage is a 503 that says when to come again, services apart',
  () => {
    runs('apart');
    outlivesAccidents();

    it('PostgreSQL is gone for a while', async () => {
      await isToldWell(async () => {
        await delay(300);
        await product.kill('postgres');
        await delay(6_000);
        await product.start('postgres');
      });
    }, 240_000);

    it('Kafka is gone for a while: nobody notices', async () => {
      const accident = async () => {
        await product.kill('kafka');
        await delay(6_000);
        await product.start('kafka');
      };
      const told = await traffic.during(accident());
      expect(told.filter(({ status }) => status >= 500 || status === 0)).toEqual([]);
      await traffic.recovers();
    }, 240_000);
  },
);
