import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import { daysAgo, Matters } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

describeWith('chromium', 'the frame of the console', () => {
  let product: Product;
  let number: string;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    const matters = new Matters(product);
    number = await matters.registered();
    await matters.registered({ receivedOn: daysAgo(25), gist: 'Khiếu nại đã lâu' });
  }, 120_000);
  afterAll(() => product?.close());

  it('speaks English when asked, and remembers nothing but that', async () => {
    const page = await product.open('/phan-loai', 'giang');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Petitions to handle' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByText(/\d+ working days overdue/).waitFor();
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual(['mb.language']);
    await page.context().close();
  });

  it('acts in the post that is worn, and asks anew when it changes', async () => {
    // Of another unit: that takes two administrators.
    const [quan, linh] = [await product.as('quan'), await product.as('linh')];
    const deputy = { post: 'hq-dg.tam', deputy: 'binh', from: daysAgo(0), to: daysAgo(-5) };
    const { proposal } = await quan.post<{ proposal: string }>('/directory/deputies', deputy);
    await linh.post(`/directory/proposals/${proposal}/confirmation`, {});
    const binh = await product.as('binh');
    await binh.until<{ posts: unknown[] }>('/me', ({ posts }) => posts.length === 2);
    const page = await product.open('/phan-loai', 'binh');
    await page.getByText(number).waitFor();
    await page.getByRole('button', { name: /Tài khoản/ }).click();
    const asked = page.waitForRequest(
      (request) =>
        request.url().includes('/api/triage/worklist') &&
        request.headers()['x-acting-post'] === 'hq-dg.tam',
    );
    await page.getByLabel(/thay cho/).check();
    await asked;
    await page.getByText('Hải quan cửa khẩu Đèo Gió').first().waitFor();
    await page.getByText(number).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('opens a file by its number from anywhere', async () => {
    const page = await product.open('/qua-han', 'binh');
    await page.keyboard.press('/');
    await page.getByLabel('Mở hồ sơ theo số').fill(number.replaceAll('-', ' ').toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Hồ sơ ${number}` }).waitFor();
    await page.context().close();
  });

  it('tells those who have no list what a number looks like', async () => {
    const page = await product.open('/tiep-nhan', 'dung');
    const find = page.getByLabel('Mở hồ sơ theo số');
    await find.fill('thuế');
    await find.press('Enter');
    await page.getByText('Số có dạng').waitFor();
    await page.context().close();
  });

  it('keeps views in the address', async () => {
    const page = await product.open('/phan-loai', 'giang');
    await page.getByText('2 việc').waitFor();
    await page.getByRole('link', { name: /^Quá hạn/ }).click();
    await page.getByText('1 việc').waitFor();
    expect(new URL(page.url()).search).toBe('?view=overdue');
    await page.goBack();
    await page.getByText('2 việc').waitFor();
    await page.context().close();
  });

  it('folds its menu on a phone', async () => {
    const page = await product.open('/phan-loai', 'binh', WIDTHS.phone);
    await page.getByRole('button', { name: 'Mở danh sách công việc' }).click();
    await page.getByRole('link', { name: /Vụ việc xác minh/ }).click();
    await page.getByRole('heading', { name: 'Vụ việc xác minh' }).waitFor();
    await page.context().close();
  });

  it('asks nobody but its own origin', async () => {
    const page = await product.open('/phan-loai', 'giang');
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(product.origin)) elsewhere.push(request.url());
    });
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(elsewhere).toEqual([]);
    await page.context().close();
  });

  it('offers the way in where nobody is signed in, in letters that can be read', async () => {
    const page = await product.open('/phan-loai');
    await page.getByRole('heading', { name: 'Cần đăng nhập' }).waitFor();
    const way = page.getByRole('link', { name: 'Đăng nhập' });
    const colour = (name: string) =>
      way.evaluate((e, of) => getComputedStyle(e)[of as 'color'], name);
    expect(await colour('color')).not.toBe(await colour('backgroundColor'));
    await page.context().close();
  });

  it('begins with what waits: papers of the desk today, late ones first for who handles them', async () => {
    const desk = await product.open('/lam-viec', 'dung');
    await desk.getByRole('heading', { name: 'Đơn tôi đã ghi nhận hôm nay (2)' }).waitFor();
    await desk.getByRole('link', { name: number }).click();
    await desk.getByRole('heading', { name: `Hồ sơ ${number}` }).waitFor();
    await desk.context().close();
    const officer = await product.open('/lam-viec', 'giang');
    await officer.getByRole('link', { name: 'Đơn quá hạn xử lý' }).click();
    await officer.getByText('Khiếu nại đã lâu').waitFor();
    expect(new URL(officer.url()).search).toBe('?view=overdue');
    await officer.context().close();
  });

  it('has work for an operator, and the security alarms for an administrator', async () => {
    const operator = await product.open('/lam-viec', 'van');
    await operator.getByText('Mọi dịch vụ hoạt động bình thường').waitFor();
    await operator.context().close();
    const administrator = await product.open('/lam-viec', 'quan');
    await administrator.getByRole('heading', { name: 'Chờ người thứ hai' }).waitFor();
    await administrator.getByRole('link', { name: 'Cảnh báo an ninh cần xem lại' }).click();
    await administrator.getByRole('heading', { name: 'Cảnh báo an ninh' }).waitFor();
    await administrator.context().close();
  });

  it('says that one has signed out, and asks nothing more of the server', async () => {
    const page = await product.open('/vu-viec', 'lan');
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await page.getByRole('button', { name: /Tài khoản/ }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByText('Đã đăng xuất').waitFor();
    await page.goto(`${product.origin}/lam-viec`);
    await page.getByRole('heading', { name: 'Đã đăng xuất' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(refused).toEqual([]);
    await page.getByRole('link', { name: 'Đăng nhập' }).click();
    await page.locator('input[name=username]').waitFor();
    await page.context().close();
  });
});
