import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { dayMonthYear } from '../i18n/dates.ts';
import { violations } from './axe.ts';
import { Matters, daysAgo } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

const both = [WIDTHS.desktop, WIDTHS.phone];

describeWith('chromium', 'T2: urging the lower unit', () => {
  let product: Product;
  let number: string;
  // Read once: a run may pass midnight.
  const letterOn = dayMonthYear(daysAgo(1));
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    number = await new Matters(product).registered();
  }, 300_000);
  afterAll(() => product?.close());

  it('is not offered to the unit itself', async () => {
    const page = await product.open(`/ho-so/${number}`, 'binh');
    await page.getByRole('button', { name: 'Phân loại' }).waitFor();
    expect(await page.getByRole('button', { name: 'Đôn đốc cấp dưới' }).count()).toBe(0);
    await page.context().close();
  });

  it.each(both)('asks the head above, %i wide, for ground and request', async (width) => {
    const page = await product.open(`/ho-so/${number}`, 'khanh', width);
    await page.getByRole('button', { name: 'Đôn đốc cấp dưới' }).click();
    await page.getByText('có thể là khiếu nại lần hai').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('is done by the keys alone', async () => {
    const page = await product.open(`/ho-so/${number}`, 'khanh');
    const button = page.getByRole('button', { name: 'Đôn đốc cấp dưới' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByText('có thể là khiếu nại lần hai').waitFor();
    // The form has the focus: its first question is a choice of two.
    await page.getByRole('radio').nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1205/KVMH-TTKT');
    await page.keyboard.press('Tab');
    await page.keyboard.type(letterOn);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Giải quyết và báo cáo kết quả trước ngày 05/12');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Đã ghi: Đôn đốc cấp dưới/).waitFor();
    await page.context().close();
  });

  it.each(both)('shows the urged unit, %i wide, by whom, why and what is asked', async (width) => {
    const page = await product.open(`/ho-so/${number}`, 'giang', width);
    await page.getByText(/^Cấp trên đôn đốc .* giải quyết$/).waitFor();
    await page.getByText('Văn bản số: 1205/KVMH-TTKT').waitFor();
    await page.getByText(`Ngày công văn: ${letterOn}`).waitFor();
    await page.getByText('Giải quyết và báo cáo kết quả trước ngày 05/12').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it.each(both)('stands on the list, %i wide, with the day', async (width) => {
    await new Matters(product).registered();
    const page = await product.open('/phan-loai', 'giang', width);
    await page.getByText(number).waitFor();
    await page.getByText('Ngày đôn đốc').waitFor();
    expect(await page.getByText(dayMonthYear(daysAgo(0))).count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('is refused in words where the unit was urged today', async () => {
    const page = await product.open(`/ho-so/${number}`, 'khanh');
    await page.getByRole('button', { name: 'Đôn đốc cấp dưới' }).click();
    await page.getByRole('radio').first().check();
    await page.getByLabel('Yêu cầu đối với cấp dưới').fill('Giải quyết ngay');
    await page.getByRole('button', { name: 'Đôn đốc cấp dưới', exact: true }).click();
    await page.getByText('Đơn vị đã được đôn đốc').waitFor();
    await page.context().close();
  });

  it.each(both)('of a case is done, answered and listed, %i wide', async (width) => {
    const matters = new Matters(product);
    const found = await matters.accepted(await matters.registered({ gist: `Vụ việc ${width}` }));
    const above = await product.open(`/ho-so/${found}`, 'khanh', width);
    await above.getByRole('button', { name: 'Đôn đốc cấp dưới' }).click();
    await above.getByRole('radio', { name: /đến nơi tiếp công dân/ }).check();
    await above.getByLabel('Yêu cầu đối với cấp dưới').fill('Kết luận trước ngày 05/12');
    expect(await violations(above)).toEqual([]);
    await above.getByRole('button', { name: 'Đôn đốc cấp dưới', exact: true }).click();
    await above.getByText(/Đã ghi: Đôn đốc cấp dưới/).waitFor();
    await above.context().close();

    const list = await product.open('/vu-viec?view=urged', 'binh', width);
    await list.getByText(found).waitFor();
    await list.getByText('Ngày đôn đốc').first().waitFor();
    expect(await violations(list)).toEqual([]);
    await list.context().close();

    const unit = await product.open(`/ho-so/${found}`, 'binh', width);
    await unit.getByText('Kết luận trước ngày 05/12').waitFor();
    await unit.getByRole('button', { name: 'Báo cáo lý do chậm' }).click();
    await unit.getByLabel('Nội dung báo cáo').fill('Chờ kết quả giám định');
    await unit.getByRole('button', { name: 'Báo cáo lý do chậm', exact: true }).click();
    await unit.getByText(/đã báo cáo lý do chậm, lúc/).waitFor();
    expect(await unit.getByRole('button', { name: 'Báo cáo lý do chậm' }).count()).toBe(0);
    await unit.context().close();
  });

  it.each(both)('lets the unit report, %i wide, why a denunciation is late', async (width) => {
    const denounced = await new Matters(product).registered({
      declaredKind: 'denunciation',
      gist: null,
      respondentUnit: 'HQ-DG',
    });
    const body = { ground: 'overdue', request: 'Báo cáo lý do chậm' };
    const desk = await product.as('khanh');
    await desk.post(`/triage/petitions/${denounced}/urgings`, body, 0);
    const page = await product.open(`/ho-so/${denounced}`, 'giang', width);
    await page.getByText('Người giải quyết báo cáo lý do chậm').first().waitFor();
    await page.getByRole('button', { name: 'Báo cáo lý do chậm' }).click();
    await page.getByLabel('Nội dung báo cáo').fill('Thiếu người xác minh');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Báo cáo lý do chậm', exact: true }).click();
    await page.getByText(/đã báo cáo lý do chậm, lúc/).waitFor();
    expect(await page.getByRole('button', { name: 'Báo cáo lý do chậm' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
