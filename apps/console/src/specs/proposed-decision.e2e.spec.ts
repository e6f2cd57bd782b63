import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Matter } from '../api/types.ts';
import { violations } from './axe.ts';
import { Matters } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

describeWith('chromium', 'T28: what one person would decide on a denunciation', () => {
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
    await page.getByText('Chờ người thứ hai xác nhận', { exact: true }).first().waitFor();
    await page.getByText('Người đề nghị không được tự xác nhận').waitFor();
    expect(await page.getByRole('button', { name: 'Xác nhận đề nghị' }).count()).toBe(0);
    await page.context().close();
  });

  it.each([WIDTHS.desktop, WIDTHS.phone])(
    'shows the second person, %i wide, what is proposed, by whom and why',
    async (width) => {
      const page = await product.open(`/ho-so/${number}`, 'khanh', width);
      await page.getByText('Phan Trường Giang đề nghị phân loại lại').waitFor();
      await page.getByText('Lý do: Chỉ khiếu nại quyết định').waitFor();
      await page.getByRole('button', { name: 'Không chấp nhận đề nghị' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('is a complaint once they confirm, and on their weekly list', async () => {
    const page = await product.open(`/ho-so/${number}`, 'khanh');
    await page.getByRole('button', { name: 'Xác nhận đề nghị' }).click();
    await page.getByRole('button', { name: 'Xác nhận đề nghị', exact: true }).click();
    await page.getByText(/Đã ghi: Xác nhận đề nghị/).waitFor();
    const desk = await product.as('giang');
    await desk.until<Matter>(`/matters/${number}`, ({ triage }) => triage?.kind === 'complaint');
    for (const width of [WIDTHS.desktop, WIDTHS.phone]) {
      const list = await product.open('/danh-tinh-da-mo', 'khanh', width);
      await list.getByText('Xác nhận phân loại lại đơn tố cáo thành khiếu nại').waitFor();
      await list.getByText('Đề nghị phân loại lại đơn tố cáo thành khiếu nại').waitFor();
      expect(await violations(list)).toEqual([]);
      await list.context().close();
    }
    await page.context().close();
  });

  it('ends only when another person confirms', async () => {
    const filed = await new Matters(product).registered({
      declaredKind: 'denunciation',
      gist: null,
      respondentUnit: 'HQ-DG',
    });
    await new Matters(product).classified(filed, 'denunciation');
    for (const width of [WIDTHS.desktop, WIDTHS.phone]) {
      const page = await product.open(`/ho-so/${filed}`, 'giang', width);
      await page.getByRole('button', { name: 'Đề nghị lưu đơn' }).click();
      await page.getByText('một người khác phải xác nhận').waitFor();
      expect(await violations(page)).toEqual([]);
      if (width === WIDTHS.phone) {
        await page.getByLabel('Lý do', { exact: true }).fill('Trùng đơn đã giải quyết');
        await page.getByRole('button', { name: 'Đề nghị lưu đơn', exact: true }).click();
        await page.getByText('Người đề nghị không được tự xác nhận').waitFor();
        await page.getByRole('button', { name: 'Rút đề nghị' }).waitFor();
      }
      await page.context().close();
    }
    const page = await product.open(`/ho-so/${filed}`, 'khanh', WIDTHS.phone);
    await page.getByText('Phan Trường Giang đề nghị lưu đơn tố cáo').waitFor();
    await page.getByRole('button', { name: 'Xác nhận đề nghị' }).click();
    await page.getByRole('button', { name: 'Xác nhận đề nghị', exact: true }).click();
    await page.getByText(/Đã ghi: Xác nhận đề nghị/).waitFor();
    const list = await product.open('/danh-tinh-da-mo', 'khanh');
    await list.getByText('Xác nhận lưu đơn tố cáo').waitFor();
    expect(await violations(list)).toEqual([]);
    await Promise.all([page, list].map((one) => one.context().close()));
  });

  it('closes at the word of one, also after the petition was accepted', async () => {
    const accepted = await new Matters(product).registered({ respondentUnit: 'HQ-SM' });
    await new Matters(product).accepted(accepted);
    for (const width of [WIDTHS.desktop, WIDTHS.phone]) {
      const page = await product.open(`/ho-so/${accepted}`, 'oanh', width);
      await page.getByRole('button', { name: 'Xác định là tố cáo' }).click();
      await page.getByText('Quyết định đã có không thay đổi').waitFor();
      expect(await violations(page)).toEqual([]);
      if (width === WIDTHS.phone) {
        await page.getByLabel('Lý do', { exact: true }).fill('Nội dung là tố cáo');
        await page.getByRole('button', { name: 'Xác định là tố cáo', exact: true }).click();
        await page.getByText(/Đã ghi: Xác định là tố cáo/).waitFor();
      }
      await page.context().close();
    }
    const desk = await product.as('khanh');
    const page = `/matters/${accepted}`;
    const { triage } = await desk.until<Matter>(page, (now) => now.triage?.kind === 'denunciation');
    expect(triage).toMatchObject({ state: 'accepted', outcome: 'accepted' });
  });
});
