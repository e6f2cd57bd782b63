import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServerDouble } from '@minh-bach/event-store/double';
import { until } from './abuse/staff.ts';
import { startProduct, type Product } from './harness/index.ts';
import { tellStories } from './stories.ts';

let server: ServerDouble;
let product: Product;

beforeAll(async () => {
  server = await ServerDouble.start();
  product = await startProduct('standalone', server.url);
}, 180_000);
afterAll(async () => {
  await product?.close();
  server?.stop();
}, 60_000);

describe('the product with its log in EventStoreDB', () => {
  describe('tells the same stories', () =>
    tellStories(() => product, { intake: 'standalone', triage: 'standalone' }));

  it('has all its events there', () => {
    const categories = server.log.all.map(({ stream }) => stream.split('.')[0]);
    expect([...new Set(categories)].sort()).toEqual([
      ...['$settings', 'directory', 'intake', 'investigation', 'minh-bach', 'response', 'triage'],
    ]);
  });

  it('is not ready while the server is away, and goes on where it was', async () => {
    const ready = async () => (await fetch(`${product.url}/health/ready`)).status;
    expect(await ready()).toBe(200);
    const events = server.log.all.length;
    server.stop();
    await until(async () => (await ready()) !== 200);
    await server.start();
    await until(async () => (await ready()) === 200);
    expect(server.log.all).toHaveLength(events);
  });
});
