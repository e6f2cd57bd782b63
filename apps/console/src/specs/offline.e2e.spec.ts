import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { violations } from './axe.ts';
import { Matters } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

describeWith('chromium', 'without a network', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
  }, 120_000);
  afterAll(() => product?.close());

  it('the console does not say that all is well, and says since when it does not know', async () => {
    const page = await product.open('/van-hanh', 'van');
    const well = page.getByText('Mọi dịch vụ hoạt động bình thường');
    await well.waitFor();
    await page.context().setOffline(true);
    await page.getByText(/^Không cập nhật được từ \d\d:\d\d$/).waitFor();
    await page.getByRole('heading', { name: 'Chưa biết tình trạng hiện tại' }).waitFor();
    expect(await well.count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: WIDTHS.phone, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(WIDTHS.phone);
    await page.context().setOffline(false);
    await well.waitFor();
    await page.getByText('Không cập nhật được').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('nor does it while the way to the services is cut, and takes none of them for broken', async () => {
    const page = await product.open('/', 'van');
    await page.clock.install();
    await page.goto(`${product.origin}/van-hanh`);
    await page.getByText('Mọi dịch vụ hoạt động bình thường').waitFor();
    await page.route('**/api/**', (route) => route.abort());
    for (let i = 0; i < 3; i += 1) await page.clock.fastForward(31_000);
    await page.getByRole('heading', { name: 'Chưa biết tình trạng hiện tại' }).waitFor();
    expect(await page.getByText('việc cần xử lý').count()).toBe(0);
    await page.context().close();
  });

  it('a form that could not be fetched says so in its place, and comes when it is asked again', async () => {
    const number = await new Matters(product).registered();
    const page = await product.open('/phan-loai', 'giang');
    await page.route('**/assets/action-form-*.js', (route) => route.abort());
    await page.getByRole('link', { name: number }).first().click();
    await page.getByRole('button', { name: 'Phân loại' }).first().click();
    await page.getByText('Chưa kết nối được máy chủ').waitFor();
    await page.unroute('**/assets/action-form-*.js');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByLabel('Khiếu nại', { exact: true }).waitFor();
    await page.context().close();
  });
});
