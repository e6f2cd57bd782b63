import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { dayMonthYear } from '../i18n/dates.ts';
import { violations } from './axe.ts';
import { daysAgo, Matters } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

describeWith('chromium', 'the page of one matter', () => {
  let product: Product;
  let number: string;
  let found: string;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    const matters = new Matters(product);
    number = await matters.registered();
    found = await matters.proposed(number);
  }, 120_000);
  afterAll(() => product?.close());

  it('is reached from what waits for the head, in two steps', async () => {
    const page = await product.open('/lam-viec', 'binh');
    await page.getByRole('heading', { name: 'Chờ tôi quyết định' }).waitFor();
    await page.getByRole('link', { name: 'Kết luận chờ phê duyệt' }).click();
    await page.getByRole('heading', { name: 'Vụ việc xác minh' }).waitFor();
    await page.getByText(found).waitFor();
    await page.context().close();
  });

  it('is headed by the number that it was opened with, the other one beside it', async () => {
    const page = await product.open(`/ho-so/${found}`, 'binh');
    await page.getByRole('heading', { level: 1, name: `Vụ việc ${found}` }).waitFor();
    await page.getByText(`Đơn ${number}`).waitFor();
    expect(await page.title()).toBe(`Vụ việc ${found} · Minh Bạch`);
    await page.goto(`${product.origin}/ho-so/${number}`);
    await page.getByRole('heading', { level: 1, name: `Hồ sơ ${number}` }).waitFor();
    await page.getByText(`Vụ việc ${found}`).first().waitFor();
    await page.context().close();
  });

  it('opens as it stood at an earlier event: its state, its limits, no actions', async () => {
    const page = await product.open(`/ho-so/${found}`, 'binh');
    await page.getByRole('button', { name: /^Phê duyệt/ }).waitFor();
    await page.getByLabel('Xem hồ sơ tại ngày').fill(dayMonthYear(daysAgo(0)));
    await page.getByRole('button', { name: 'Xem lại', exact: true }).click();
    const banner = page.getByRole('region', { name: 'Đang xem quá khứ' });
    await banner.getByText(/Đang xem trạng thái cuối ngày .*, chỉ đọc/).waitFor();
    expect(new URL(page.url()).search).toContain('luc=');
    expect(await page.getByRole('button', { name: /Phê duyệt|Giao việc|Ghi chú/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /Xem danh tính/ }).count()).toBe(0);

    await banner.getByRole('link', { name: 'Sự kiện đầu' }).click();
    await banner.getByText(/tại \d\d:\d\d ngày/).waitFor();
    const events = page.getByRole('list', { name: 'Diễn biến' }).locator('> li');
    await events.filter({ hasText: 'Tiếp nhận đơn' }).waitFor();
    expect(await events.count()).toBe(1);
    expect(await page.getByText('Chờ phê duyệt').count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    await banner.getByRole('link', { name: 'Sự kiện sau' }).click();
    await events.nth(1).waitFor();
    await page.getByRole('heading', { name: 'Thời hạn khi đó' }).waitFor();
    await page.reload();
    await events.nth(1).waitFor();

    await page.getByLabel('Lúc', { exact: true }).fill('25:00');
    await page.getByRole('button', { name: 'Xem lại', exact: true }).click();
    await page.getByText('Nhập giờ:phút').waitFor();
    await page.getByLabel('Lúc', { exact: true }).fill('0:01');
    await page.getByLabel('Xem hồ sơ tại ngày').fill(dayMonthYear(daysAgo(0)));
    await page.getByRole('button', { name: 'Xem lại', exact: true }).click();
    await banner.getByText(/tại 00:01 ngày/).waitFor();

    await banner.getByRole('link', { name: 'Về hiện tại' }).click();
    await page.getByRole('button', { name: /^Phê duyệt/ }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  it('shows the words of a denouncer to who opens them, and to the head that they were opened', async () => {
    const sender = {
      name: 'Người Tố Cáo (hư cấu)',
      address: null,
      phone: null,
      email: null,
      idNumber: null,
    };
    const denunciation = await new Matters(product).registered({
      declaredKind: 'denunciation',
      senderKind: 'individual',
      sender,
      respondentUnit: 'HQ-DG',
      gist: null,
      summary: 'Lời của người tố cáo',
    });
    const page = await product.open(`/ho-so/${denunciation}`, 'oanh');
    await page.getByText('Nội dung tố cáo được niêm phong').waitFor();
    expect(await page.getByText('Lời của người tố cáo').count()).toBe(0);
    await page.getByRole('button', { name: /Xem danh tính/ }).click();
    await page.getByText('Hãy chọn mục đích mở').waitFor();
    expect(await page.getByText('Lời của người tố cáo').count()).toBe(0);
    await page.getByLabel('Xác minh nhân thân').check();
    await page.getByRole('button', { name: /Xem danh tính/ }).click();
    await page.getByText('Lời của người tố cáo').waitFor();
    await page.context().close();

    const head = await product.open('/danh-tinh-da-mo', 'binh');
    const row = head.getByRole('listitem').filter({ hasText: denunciation });
    await row.getByText('Lý Kiều Oanh').waitFor();
    await row.getByText('Mở 1 lần').waitFor();
    await head.getByRole('link', { name: 'Tuần trước' }).click();
    await head.getByText('Trong tuần này không có danh tính nào được mở').waitFor();
    await head.context().close();
  });

  it('says that there was nothing yet, and takes no day to come', async () => {
    const page = await product.open(`/ho-so/${found}?luc=2020-01-01`, 'binh', WIDTHS.phone);
    await page.getByText('Khi đó chưa có hồ sơ này').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(WIDTHS.phone);
    await page.getByRole('link', { name: 'Về hiện tại' }).click();
    await page.getByLabel('Xem hồ sơ tại ngày').fill(dayMonthYear(daysAgo(-2)));
    await page.getByRole('button', { name: 'Xem lại', exact: true }).click();
    await page.getByText('Ngày không được sau hôm nay').waitFor();
    await page.context().close();
  });
});
