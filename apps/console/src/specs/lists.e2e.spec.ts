import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Matter } from '../api/types.ts';
import { violations } from './axe.ts';
import { Matters, daysAgo } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

describeWith('chromium', 'the worklists', () => {
  let product: Product;
  let numbers: string[];
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    const matters = new Matters(product);
    numbers = [
      await matters.registered({ gist: 'Khiếu nại thuế nhập khẩu', receivedOn: daysAgo(25) }),
      await matters.registered({ gist: 'Đơn về phí kho bãi', receivedOn: daysAgo(3) }),
      await matters.registered({ gist: 'Phản ánh giờ mở cửa', declaredKind: 'feedback' }),
    ];
  }, 120_000);
  afterAll(() => product?.close());

  it('are narrowed by what their address says, and say so when nothing is left', async () => {
    const page = await product.open('/phan-loai', 'giang');
    await page.getByText(numbers[2]!).waitFor();
    await page.getByLabel('Loại', { exact: true }).selectOption('feedback');
    await page.getByText(numbers[0]!).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?kind=feedback');
    await page.reload();
    await page.getByText(numbers[2]!).waitFor();
    await page.getByLabel('Từ ngày').fill('1/1/2100');
    await page.getByLabel('Từ ngày').press('Enter');
    await page.getByText('Không có việc nào khớp với điều kiện lọc').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Bỏ lọc' }).click();
    await page.getByText(numbers[0]!).waitFor();
    await page.context().close();
  });

  it('are sorted by their headings, which are links', async () => {
    const page = await product.open('/phan-loai', 'giang');
    const first = page.getByRole('row').nth(1);
    await first.getByText(numbers[0]!).waitFor();
    await page.getByRole('link', { name: 'Ngày nhận' }).click();
    await page.getByRole('link', { name: 'Ngày nhận' }).click();
    await first.getByText(numbers[2]!).waitFor();
    expect(new URL(page.url()).search).toBe('?sort=-on');
    const heading = page.getByRole('columnheader', { name: 'Ngày nhận' });
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    await page.goBack();
    await first.getByText(numbers[0]!).waitFor();
    await page.context().close();
  });

  it.each([WIDTHS.desktop, WIDTHS.phone])(
    'are searched from anywhere, without marks, %i wide; no word is in the address',
    async (width) => {
      const page = await product.open(`/ho-so/${numbers[1]}`, 'giang', width);
      await page.getByRole('heading', { name: `Hồ sơ ${numbers[1]}` }).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('thue nhap');
      await page.keyboard.press('Enter');
      await page.getByText('1 kết quả cho “thue nhap”').waitFor();
      await page.getByText(numbers[0]!).waitFor();
      expect(page.url()).not.toContain('thue');
      expect(await page.title()).not.toContain('thue');
      expect(await violations(page)).toEqual([]);
      await page.reload();
      await page.getByText('1 kết quả cho “thue nhap”').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('xyz');
      await page.keyboard.press('Enter');
      await page.getByText('Không có kết quả cho “xyz” trong “Tất cả”').waitFor();
      await page.context().close();
    },
  );

  it('assign several cases at once, each by a command of its own, and say what became of each', async () => {
    const matters = new Matters(product);
    const cases: string[] = [];
    for (const gist of ['Một', 'Hai', 'Ba'])
      cases.push(await matters.accepted(await matters.registered({ gist })));
    const page = await product.open('/vu-viec?view=unassigned&sort=number', 'binh');
    for (const each of cases) await page.getByText(each).waitFor();
    const boxes = page.getByRole('checkbox', { name: /^Chọn / });
    await boxes.first().click();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    await page.getByText('Đã chọn 3 vụ việc').waitFor();
    // Another head's hand, while this page is open.
    await matters.work(
      [...cases].sort()[1]!,
      'assignment',
      { assignee: 'lan', noConflict: true },
      'binh',
    );
    await page.getByLabel('Giao cho').selectOption('hung');
    await page.getByRole('checkbox', { name: /Đã đối chiếu/ }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Giao việc', exact: true }).click();
    await page.getByText('Đã giao 2 trên 3 vụ việc.').waitFor();
    await page.getByText('Người giữ đã thay đổi từ khi mở danh sách; chưa giao').waitFor();
    const desk = await product.as('binh');
    const held = async (number: string) =>
      (await desk.get<Matter>(`/matters/${number}`)).investigation?.assignee?.id;
    expect(await Promise.all([...cases].sort().map(held))).toEqual(['hung', 'lan', 'hung']);
    await page.context().close();
  });

  it('assign several cases from a phone as well, by the boxes of their cards', async () => {
    const matters = new Matters(product);
    const cases: string[] = [];
    for (const gist of ['Bốn', 'Năm'])
      cases.push(await matters.accepted(await matters.registered({ gist })));
    const page = await product.open('/vu-viec?view=unassigned', 'binh', WIDTHS.phone);
    for (const each of cases) await page.getByRole('checkbox', { name: `Chọn ${each}` }).click();
    await page.getByText('Đã chọn 2 vụ việc').waitFor();
    await page.getByLabel('Giao cho').selectOption('hung');
    await page.getByRole('checkbox', { name: /Đã đối chiếu/ }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Giao việc', exact: true }).click();
    await page.getByText('Đã giao 2 trên 2 vụ việc.').waitFor();
    await page.context().close();
  });

  it('leave as a file of what is shown, once it is said what for', async () => {
    const page = await product.open('/phan-loai?kind=feedback', 'giang');
    await page.getByRole('button', { name: 'Tải danh sách (CSV)' }).click();
    await page.getByLabel('Tải để làm gì').selectOption('report');
    expect(await violations(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải về', exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^triage-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await file.path(), 'utf8');
    const [head, first, last] = text.split('\r\n');
    expect(head).toContain('\ufeff"Số đơn";"Loại";"Trích yếu";"Đơn vị"');
    expect(first).toContain(`"${numbers[2]}";"Phản ánh";"Phản ánh giờ mở cửa"`);
    expect(last).toBe('');
    await page.context().close();
  });

  it('tell on each tab how much it holds', async () => {
    const page = await product.open('/phan-loai', 'giang');
    await page.getByRole('link', { name: 'Đang chờ 3 việc' }).waitFor();
    await page.getByRole('link', { name: 'Quá hạn 1 việc' }).waitFor();
    await page.context().close();
  });
});
