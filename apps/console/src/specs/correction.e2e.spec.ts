import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Matter } from '../api/types.ts';
import { violations } from './axe.ts';
import { Matters, daysAgo } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

const RIGHT = daysAgo(12);
const SHOWN = RIGHT.split('-').reverse().join('/');

describeWith('chromium', 'a receipt date that was written wrong', () => {
  let product: Product;
  let number: string;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    number = await new Matters(product).registered({ respondentUnit: 'HQ-SM', datedOn: null });
  }, 120_000);
  afterAll(() => product?.close());

  it('is proposed by the desk, with its proof and reason', async () => {
    const page = await product.open(`/ho-so/${number}`, 'dung');
    const corrections = page.getByRole('group', { name: 'Đính chính' });
    await corrections.getByRole('button', { name: 'Đề nghị đính chính ngày nhận' }).click();
    await page.getByText('ngày cũ vẫn xem lại được').waitFor();
    await page.getByLabel('Ngày nhận đúng').fill(SHOWN);
    await page.getByLabel('Dấu bưu điện trên phong bì').check();
    await page.getByLabel('Lý do', { exact: true }).fill('Đọc nhầm dấu bưu điện');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Đề nghị đính chính ngày nhận', exact: true }).click();
    await page.getByText('Đính chính chờ người thứ hai xác nhận').waitFor();
    expect(await page.getByRole('button', { name: 'Xác nhận đính chính' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Rút đề nghị đính chính' }).waitFor();
    await page.context().close();
  });

  it.each([WIDTHS.desktop, WIDTHS.phone])(
    'shows the second person, %i wide, both days, the proof and the reason',
    async (width) => {
      const page = await product.open(`/ho-so/${number}`, 'giang', width);
      await page.getByText(`ngày nhận đúng là ${SHOWN}, đang ghi`).waitFor();
      await page.getByText('Căn cứ: dấu bưu điện trên phong bì.').waitFor();
      await page.getByText('Lý do: Đọc nhầm dấu bưu điện').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('moves the limits once they confirm, and both days stand on the page and in the history', async () => {
    const page = await product.open(`/ho-so/${number}`, 'giang');
    await page.getByRole('button', { name: 'Xác nhận đính chính' }).click();
    await page.getByRole('button', { name: 'Xác nhận đính chính', exact: true }).click();
    await page.getByText(/Đã ghi: Xác nhận đính chính/).waitFor();
    await page.getByText(`${SHOWN} (đã đính chính, trước đây ghi`).waitFor();
    const desk = await product.as('giang');
    await desk.until<Matter>(`/matters/${number}`, ({ triage }) => triage?.receivedOn === RIGHT);
    await page.reload();
    await page
      .getByText(/^Tính lại thời hạn: .*Hạn trước đây/)
      .first()
      .waitFor();
    for (const width of [WIDTHS.desktop, WIDTHS.phone]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page)).toEqual([]);
    }
    await page.context().close();
  });

  it('is confirmed by the superior where they were told that it is late; the page says so', async () => {
    const matters = new Matters(product);
    const late = await matters.registered({ receivedOn: daysAgo(20), datedOn: null });
    const superior = await product.as('khanh');
    await superior.until<{ items: { matter: string }[] }>('/triage/notices', ({ items }) =>
      items.some(({ matter }) => matter === late),
    );
    const desk = await product.as('dung');
    const { intake } = await desk.until<Matter>(`/matters/${late}`, () => true);
    await desk.post(
      `/intake/petitions/${late}/receipt-date-corrections`,
      { receivedOn: daysAgo(2), channel: null, proof: 'postmark', reason: 'Đọc nhầm' },
      intake!.revision,
    );
    for (const width of [WIDTHS.desktop, WIDTHS.phone]) {
      const page = await product.open(`/ho-so/${late}`, 'binh', width);
      await page.getByText('đơn vị quá hạn không tự xác nhận').waitFor();
      expect(await page.getByRole('button', { name: 'Xác nhận đính chính' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Không chấp nhận đính chính' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
    const page = await product.open(`/ho-so/${late}`, 'khanh');
    await page.getByRole('button', { name: 'Xác nhận đính chính' }).click();
    await page.getByRole('button', { name: 'Xác nhận đính chính', exact: true }).click();
    await page.getByText(/Đã ghi: Xác nhận đính chính/).waitFor();
    await page.context().close();
  });

  it.each([WIDTHS.desktop, WIDTHS.phone])(
    'is on the list of the superior with what was declined, %i wide',
    async (width) => {
      const declined = await new Matters(product).registered({ datedOn: null });
      const path = `/intake/petitions/${declined}`;
      for (const [who, what, body] of [
        ['dung', 'receipt-date-corrections', { receivedOn: RIGHT, channel: null, proof: 'other' }],
        ['binh', 'correction-refusal', {}],
      ] as const) {
        const person = await product.as(who);
        const { intake } = await person.until<Matter>(`/matters/${declined}`, () => true);
        const said = { ...body, [who === 'dung' ? 'reason' : 'note']: 'Đọc nhầm' };
        await person.post(`${path}/${what}`, said, intake!.revision);
      }
      const page = await product.open('/danh-tinh-da-mo', 'khanh', width);
      const list = page.getByRole('list', { name: 'Đính chính ngày nhận đơn' });
      const row = list.getByRole('listitem').filter({ hasText: declined });
      await row.getByText(`Không chấp nhận ngày nhận ${SHOWN}`).waitFor();
      expect(await row.getByText(`Đề nghị ngày nhận ${SHOWN}`).count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});
