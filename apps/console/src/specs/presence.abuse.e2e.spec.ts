import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page, Request } from 'playwright-core';
import { Product } from './product.ts';

describeWith('chromium', 'T22: a page that nobody sits at', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
  }, 120_000);
  afterAll(() => product?.close());

  /** Whether each request for data said that it is the background's; how many are not answered yet. */
  const listen = (page: Page) => {
    const heard = { said: [] as boolean[], open: 0 };
    const data = (request: Request) => request.url().includes('/api/');
    page.on('request', (request) => {
      if (!data(request)) return;
      heard.open += 1;
      heard.said.push(request.headers()['x-minh-bach-background'] === '1');
    });
    const over = (request: Request) => void (heard.open -= data(request) ? 1 : 0);
    page.on('requestfinished', over).on('requestfailed', over);
    return heard;
  };
  const answered = async (heard: ReturnType<typeof listen>) => {
    // What is answered may lead to the next question: the own views of a list, to the list.
    let seen: number;
    do {
      seen = heard.said.length;
      await setTimeout(300);
    } while (seen === 0 || heard.open > 0 || heard.said.length > seen);
    return new Set(heard.said.splice(0));
  };
  /** Two minutes pass for the page. */
  const later = (page: Page) =>
    page.evaluate(`for (const clock of [Date, performance]) {
      const was = clock.now.bind(clock);
      clock.now = () => was() + 120_000;
    }`);
  /** The page asks again by itself for what is old. */
  const comesIntoView = (page: Page) =>
    page.evaluate(`void window.dispatchEvent(new Event('visibilitychange'))`);

  it('does not keep its session open by what it asks by itself; a person does', async () => {
    const page = await product.open('/phan-loai', 'giang');
    const heard = listen(page);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Đơn chờ xử lý' }).waitFor();
    expect(await answered(heard)).toEqual(new Set([false]));

    await later(page);
    await comesIntoView(page);
    expect(await answered(heard)).toEqual(new Set([true]));

    // What a script does is no act of a person.
    await later(page);
    await page.evaluate(`void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }))`);
    await comesIntoView(page);
    expect(await answered(heard)).toEqual(new Set([true]));

    await later(page);
    await page.keyboard.press('Shift');
    await comesIntoView(page);
    expect(await answered(heard)).toEqual(new Set([false]));
    await page.context().close();
  }, 120_000);
});
