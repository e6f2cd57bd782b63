import { beforeAll, expect, it } from '@jest/globals';
import { SERVICE_NAMES } from '@minh-bach/contracts';
import { DEMO_PASSWORD } from '@minh-bach/directory';
import { Browser } from '@minh-bach/gateway/specs';
import type { Product } from './product.ts';
import { knownAt } from './services.ts';

/** What `Product` promises. */
export function keepsItsWord(running: () => Product): void {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = running();
    browser = new Browser(product.url);
    await browser.signIn('dung', DEMO_PASSWORD, '/me');
  }, 60_000);

  const statuses = () =>
    Promise.all(
      SERVICE_NAMES.map(async (service) => (await browser.send(knownAt(service))).status),
    );

  it('lets demo people in, and every service knows them', async () => {
    expect(await statuses()).toEqual(SERVICE_NAMES.map(() => 200));
  });

  it('keeps the time it was set to when a process is killed', async () => {
    // Before the demo's posts began, nobody there may do anything.
    await product.setClock('2020-01-06T02:00:00Z');
    const before = await statuses();
    expect(before).not.toContain(200);
    await product.kill('triage');
    await product.start('triage');
    expect(await statuses()).toEqual(before);
  }, 120_000);
}
