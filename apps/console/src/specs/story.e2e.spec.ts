import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { dayMonthYear, today } from '../i18n/dates.ts';
import { Product } from './product.ts';
import * as story from './story.ts';

const now = dayMonthYear(today());

/** The smallest file that says it is a PDF and is one. */
const scan = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
    'xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n' +
    'trailer<</Size 3/Root 1 0 R>>\nstartxref\n96\n%%EOF\n',
);

describeWith('chromium', 'one complaint on the real product, by the pages alone', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
  }, 120_000);
  afterAll(() => product?.close());

  it('goes from paper to its decision, and its sender can follow it', async () => {
    const { origin } = product;
    const as = (person: string) => product.open('/lam-viec', person);
    const { number, code } = await story.register(await as('dung'), origin, {
      name: 'Công ty TNHH Nước Trong (hư cấu)',
      gist: 'Khiếu nại quyết định ấn định thuế',
      receivedOn: now,
      scan,
    });
    await story.classifyAndAccept(await as('giang'), origin, number);
    const head = await as('binh');
    await story.assign(head, origin, number, 'hung');
    await story.investigate(await as('hung'), origin, number, now);
    await story.approve(head, origin, number);
    await story.issue(head, origin, number, now);
    await story.respond(await as('phuc'), origin, number, now);

    await head.goto(`${origin}/ho-so/${number}`);
    const timeline = head.getByRole('listitem');
    await timeline.filter({ hasText: 'Kết thúc vụ việc' }).first().waitFor();
    await timeline.filter({ hasText: 'Đặng Mạnh Hùng · Xác minh' }).first().waitFor();

    const sender = await product.open('/tra-cuu');
    await sender.getByLabel('Mã tra cứu').fill(code);
    await sender.getByRole('button', { name: 'Tra cứu' }).click();
    await sender.getByText(number).waitFor();
    expect(await sender.getByText(/Nước Trong|Mạnh Hùng|Văn Bình/).count()).toBe(0);
  }, 180_000);

  it('shows a second tab that decided first, and keeps the reason typed here', async () => {
    const { origin } = product;
    const reception = await product.open('/lam-viec', 'dung');
    const { number } = await story.register(reception, origin, {
      name: 'Công ty TNHH Nước Trong (hư cấu)',
      gist: 'Khiếu nại lần nữa',
      receivedOn: now,
      scan,
    });
    const first = await product.open('/lam-viec', 'binh');
    const second = await product.open('/lam-viec', 'giang');
    for (const page of [first, second]) {
      await page.goto(`${origin}/ho-so/${number}`);
      await page.getByRole('button', { name: /^Phân loại/ }).click();
      await page.getByLabel('Kiến nghị').check();
      await page.getByLabel('Lý do phân loại khác với khai báo').fill('Đơn chỉ nêu kiến nghị');
    }
    await first.getByRole('button', { name: 'Phân loại', exact: true }).click();
    await first.getByText('Đã ghi: Phân loại').waitFor();
    await second.getByRole('button', { name: 'Phân loại', exact: true }).click();
    await second
      .getByText(/Trần Văn Bình đã quyết định lúc .* Quyết định này chưa được ghi/)
      .waitFor();
    expect(await second.getByLabel('Lý do phân loại khác với khai báo').inputValue()).toBe(
      'Đơn chỉ nêu kiến nghị',
    );
    await second.getByRole('button', { name: 'Xem khác biệt' }).click();
    await second.getByText('Phân loại đơn: kiến nghị').first().waitFor();
  }, 120_000);
});
