import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Matter } from '../api/types.ts';
import { violations } from './axe.ts';
import { Matters } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

describeWith('chromium', 'T28: a denunciation that somebody would have as a complaint', () => {
  let product: Product;
  let number: string;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    number = await new Matters(product).registered({
      declaredKind: 'denunciation',
      gist: null,
      respondentUnit: 'HQ-DG',
    });
  }, 120_000);
  afterAll(() => product?.close());

  it('says to the classifier that a second person has to confirm', async () => {
    const page = await product.open(`/ho-so/${number}`, 'giang');
    await page.getByRole('button', { name: 'Phân loại' }).click();
    await page.getByText('chỉ là đề nghị').waitFor();
    await page.getByLabel('Khiếu nại', { exact: true }).check();
    await page.getByLabel('Lý do phân loại khác với khai báo').fill('Chỉ khiếu nại quyết định');
    await page.getByRole('button', { name: 'Phân loại', exact: true }).click();
    await page.getByText('Chờ người thứ hai xác nhận', { exact: true }).waitFor();
    await page.getByText('Người đề nghị không được tự xác nhận').waitFor();
    expect(await page.getByRole('button', { name: 'Xác nhận phân loại lại' }).count()).toBe(0);
    await page.context().close();
  });

  it.each([WIDTHS.desktop, WIDTHS.phone])(
    'shows the second person, %i wide, what is proposed, by whom and why',
    async (width) => {
      const page = await product.open(`/ho-so/${number}`, 'khanh', width);
      await page.getByText('Phan Trường Giang đề nghị phân loại lại').waitFor();
      await page.getByText('Lý do: Chỉ khiếu nại quyết định').waitFor();
      await page.getByRole('button', { name: 'Không chấp nhận phân loại lại' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('is a complaint once they confirm, and on their weekly list', async () => {
    const page = await product.open(`/ho-so/${number}`, 'khanh');
    await page.getByRole('button', { name: 'Xác nhận phân loại lại' }).click();
    await page.getByRole('button', { name: 'Xác nhận phân loại lại', exact: true }).click();
    await page.getByText(/Đã ghi: Xác nhận phân loại lại/).waitFor();
    const desk = await product.as('giang');
    await desk.until<Matter>(`/matters/${number}`, ({ triage }) => triage?.kind === 'complaint');
    for (const width of [WIDTHS.desktop, WIDTHS.phone]) {
      const list = await product.open('/danh-tinh-da-mo', 'khanh', width);
      await list.getByText('Xác nhận phân loại thành khiếu nại').waitFor();
      await list.getByText('Đề nghị phân loại thành khiếu nại').waitFor();
      expect(await violations(list)).toEqual([]);
      await list.context().close();
    }
    await page.context().close();
  });
});
