import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { Matters, daysAgo } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

const both = [WIDTHS.desktop, WIDTHS.phone];
const GIST = 'Khiếu nại đã để quá hạn';

describeWith('chromium', 'what is late in the units below', () => {
  let product: Product;
  let matters: Matters;
  let number: string;
  const item = (page: Page) => page.getByRole('listitem').filter({ hasText: number });

  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    matters = new Matters(product);
    number = await matters.registered({ receivedOn: daysAgo(40), gist: GIST });
    const superior = await product.as('khanh');
    await superior.until<{ total: number }>('/triage/notices', ({ total }) => total > 0);
  }, 120_000);
  afterAll(() => product?.close());

  it.each(both)(
    'says of which unit, how late, in what state and whose it is, %i wide',
    async (width) => {
      const page = await product.open('/qua-han', 'khanh', width);
      await page.getByRole('heading', { name: 'Quá hạn ở đơn vị trực thuộc' }).waitFor();
      await page.getByRole('heading', { name: 'Còn quá hạn (1)' }).waitFor();
      await item(page).getByText(GIST).waitFor();
      await item(page)
        .getByText(/Quá hạn \d+ ngày làm việc/)
        .first()
        .waitFor();
      await item(page).getByText('Chờ phân loại').waitFor();
      await item(page).getByText('Phân loại, xử lý đơn, Hải quan cửa khẩu Sông Mây').waitFor();
      await item(page).getByText('Vì sao là ngày này?').click();
      await item(page).getByText('Luật Khiếu nại').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('counts in the menu what the page shows, and stands in no menu of those without units below', async () => {
    const page = await product.open('/qua-han', 'khanh');
    await page.getByRole('link', { name: 'Quá hạn ở đơn vị trực thuộc 1 việc' }).waitFor();
    await page.context().close();
    const other = await product.open('/phan-loai', 'giang');
    await other.getByRole('heading', { name: 'Đơn chờ xử lý' }).waitFor();
    expect(await other.getByRole('link', { name: /Quá hạn ở đơn vị/ }).count()).toBe(0);
    await other.context().close();
  });

  it.each(both)(
    'is urged from there, %i wide, and the answer of the unit is read there',
    async (width) => {
      const denounced = await matters.registered({
        declaredKind: 'denunciation',
        gist: null,
        respondentUnit: 'HQ-DG',
        receivedOn: daysAgo(80),
      });
      const superior = await product.as('khanh');
      await superior.until<{ items: { matter: string }[] }>('/triage/notices', ({ items }) =>
        items.some(({ matter }) => matter === denounced),
      );
      const page = await product.open('/qua-han', 'khanh', width);
      await page.getByRole('button', { name: `Đôn đốc: ${denounced}` }).click();
      await page.getByRole('radio', { name: /đã quá thời hạn/ }).check();
      await page.getByLabel('Yêu cầu đối với cấp dưới').fill('Báo cáo lý do chậm');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Đôn đốc cấp dưới', exact: true }).click();
      await page.getByText(/Đã ghi việc đôn đốc, lúc/).waitFor();
      const desk = await product.as('giang');
      const { triage } = await desk.get<{ triage: { revision: number } }>(`/matters/${denounced}`);
      const report = { letter: null, report: 'Thiếu người xác minh' };
      await desk.post(`/triage/petitions/${denounced}/delay-reports`, report, triage.revision);
      const late = page.getByRole('listitem').filter({ hasText: denounced });
      await page.reload();
      await late.getByText(/Đơn vị báo cáo lý do chậm ngày/).waitFor();
      await late.getByRole('button', { name: `Xem báo cáo của đơn vị: ${denounced}` }).click();
      await late.getByText('Thiếu người xác minh').waitFor();
      await page.context().close();
    },
  );

  it.each(both)(
    'is urged together, each by a command of its own, and it is said of each what became of it, %i wide',
    async (width) => {
      const first = width === WIDTHS.desktop;
      const page = await product.open('/qua-han', 'khanh', width);
      await page.getByRole('button', { name: /Chọn mọi việc có thể đôn đốc/ }).click();
      await page.getByText('Đã chọn 3 việc').waitFor();
      const bar = page.getByRole('region', { name: 'Đôn đốc nhiều việc' });
      await bar.getByLabel('Yêu cầu đối với cấp dưới').fill('Giải quyết ngay và báo cáo');
      expect(await violations(page)).toEqual([]);
      await bar.getByRole('button', { name: 'Đôn đốc các việc đã chọn' }).click();
      // Two were urged before, one by one, and answered: not again on one day.
      await bar.getByText(`Đã đôn đốc ${first ? 1 : 0} trên 3 việc.`).waitFor();
      expect(await bar.getByRole('listitem').count()).toBe(first ? 2 : 3);
      await page.getByText(`Đã chọn ${first ? 2 : 3} việc`).waitFor();
      const desk = await product.as('khanh');
      const { triage } = await desk.get<{ triage: { urgings: unknown[] } }>(`/matters/${number}`);
      expect(triage.urgings).toHaveLength(1);
      await page.context().close();
    },
  );

  it('leaves what is late when it is done, and stands beneath', async () => {
    await matters.accepted(number);
    const page = await product.open('/qua-han', 'khanh');
    const done = page.locator('section').filter({ hasText: 'Đã xử lý sau cảnh báo' });
    await done.getByText(GIST).waitFor();
    await done
      .getByText(/^Xong ngày/)
      .first()
      .waitFor();
    await page.context().close();
  });
});
