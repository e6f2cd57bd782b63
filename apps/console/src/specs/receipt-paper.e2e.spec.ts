import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';
import { violations } from './axe.ts';
import { Matters, daysAgo } from './matters.ts';
import { Product, WIDTHS } from './product.ts';
import { fillPetition } from './reception.ts';
import { denounced } from './tracking.ts';

const SCALE = 8;
/** A5 in points, as Chromium rounds it. */
const A5 = { width: 420, height: 595 };

/** What a camera reads off the drawing, whose dark modules are named one by one. */
async function readQr(page: Page): Promise<string> {
  const svg = page.locator('svg[data-qr]');
  const modules = Number((await svg.getAttribute('viewBox'))?.split(' ')[2]);
  const path = (await svg.locator('path').last().getAttribute('d')) ?? '';
  const size = modules * SCALE;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g))
    for (let dy = 0; dy < SCALE; dy += 1)
      for (let dx = 0; dx < SCALE; dx += 1) {
        const at = ((Number(y) * SCALE + dy) * size + Number(x) * SCALE + dx) * 4;
        data.fill(0, at, at + 3);
      }
  return decodeQR({ width: size, height: size, data });
}

/** Of each sheet, in points. */
async function sheets(page: Page): Promise<{ width: number; height: number }[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }));
}

const paperOf = (page: Page) => page.locator('[aria-hidden="true"]').filter({ hasText: 'Receipt' });

async function registered(page: Page): Promise<string> {
  await fillPetition(page);
  await page.getByRole('button', { name: 'Ghi nhận đơn' }).click();
  await page.getByRole('heading', { name: 'Đã tiếp nhận đơn' }).waitFor();
  const spelled = await page.locator('p[aria-label]').first().getAttribute('aria-label');
  return (spelled ?? '').replaceAll(' ', '');
}

describeWith('chromium', 'the receipt on paper', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
  }, 120_000);
  afterAll(() => product?.close());

  it('T14: is one sheet of A5 with the code in groups, and a QR code that has no part of it', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    const code = await registered(page);
    await page.emulateMedia({ media: 'print' });
    const text = (await paperOf(page).innerText()).replaceAll(/\s+/g, ' ');
    for (const said of ['Hải quan cửa khẩu Sông Mây', 'Khiếu nại (Complaint)', daysAgoText()])
      expect(text.toLowerCase()).toContain(said.toLowerCase());
    expect(text).toContain(code.match(/.{4}/g)?.join(' '));
    expect(await readQr(page)).toBe(`${product.origin}/tra-cuu`);
    await page.emulateMedia({ media: null });
    expect(await sheets(page)).toEqual([A5]);
    await page.context().close();
  });

  it('can be printed again from the file, without the code, which is nowhere after a reload', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    const code = await registered(page);
    const number =
      (await page
        .getByText(/^D\d{2}-\d{8}-\d$/)
        .first()
        .textContent()) ?? '';
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole('heading', { name: 'Tiếp nhận đơn' }).waitFor();
    expect(await page.content()).not.toContain(code);
    const file = await product.open(`/ho-so/${number}`, 'dung', WIDTHS.phone);
    await keepPrinting(file);
    await file.getByRole('button', { name: 'In lại giấy biên nhận' }).click();
    await file.emulateMedia({ media: 'print' });
    const text = await paperOf(file).innerText();
    expect(text).toContain(number);
    expect(text).toContain('không in lại được');
    await file.emulateMedia({ media: null });
    expect(await sheets(file)).toEqual([A5]);
    expect(await violations(file)).toEqual([]);
    await Promise.all([page, file].map((one) => one.context().close()));
  });

  it('does not say of a denunciation what it is, and is printed by the desk alone', async () => {
    const { number } = await denounced(product);
    const file = await product.open(`/ho-so/${number}`, 'oanh');
    await keepPrinting(file);
    await file.getByRole('button', { name: 'In lại giấy biên nhận' }).click();
    await file.emulateMedia({ media: 'print' });
    expect(await paperOf(file).innerText()).not.toMatch(/tố cáo|denunciation|khiếu nại/i);
    const other = await new Matters(product).registered();
    const handled = await product.open(`/ho-so/${other}`, 'giang');
    await handled.getByText('Hình thức gửi đơn').first().waitFor();
    expect(await handled.getByRole('button', { name: 'In lại giấy biên nhận' }).count()).toBe(0);
    await Promise.all([file, handled].map((one) => one.context().close()));
  });
});

/** A browser without a window is done with printing at once; here the paper stays to be looked at. */
const keepPrinting = (page: Page) => page.evaluate('window.print = () => {}').then(() => undefined);

const daysAgoText = () => daysAgo(0).split('-').reverse().join('/');
