import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Matter } from '../api/types.ts';
import { violations } from './axe.ts';
import { Matters, daysAgo } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

const both = [WIDTHS.desktop, WIDTHS.phone];

describeWith('chromium', 'what waits for a second person', () => {
  let product: Product;
  let number: string;
  let found: string;

  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    const matters = new Matters(product);
    number = await matters.registered({ receivedOn: daysAgo(3) });
    const desk = await product.as('dung');
    const { intake } = await desk.get<Matter>(`/matters/${number}`);
    const said = { receivedOn: daysAgo(2), channel: null, proof: 'other', reason: 'Ghi nhầm ngày' };
    await desk.post(
      `/intake/petitions/${number}/receipt-date-corrections`,
      said,
      intake?.revision ?? 0,
    );
    found = await matters.proposed(await matters.registered());
  }, 300_000);
  afterAll(() => product?.close());

  it.each(both)('is one list, %i wide: what, of which matter, by whom', async (width) => {
    const page = await product.open('/cho-xac-nhan', 'binh', width);
    await page.getByRole('heading', { name: 'Chờ tôi xác nhận' }).waitFor();
    const correction = page.getByRole('row').filter({ hasText: number });
    await correction.getByText('Đính chính ngày nhận đơn').waitFor();
    const draft = page.getByRole('row').filter({ hasText: found });
    await draft.getByText('Dự thảo kết luận chờ phê duyệt').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('is counted on the start page, and leads to the matter', async () => {
    const page = await product.open('/lam-viec', 'binh');
    await page.getByRole('link', { name: /Đề nghị của người khác, chờ tôi xác nhận/ }).click();
    await page.getByRole('link', { name: number }).click();
    await page.getByRole('heading', { name: number }).first().waitFor();
    await page.context().close();
  });

  it('is empty for the one who proposed it', async () => {
    const page = await product.open('/cho-xac-nhan', 'dung');
    await page.getByText('Không có việc nào đang chờ người thứ hai.').waitFor();
    await page.context().close();
  });
});
