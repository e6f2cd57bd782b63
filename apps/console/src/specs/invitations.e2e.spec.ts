import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { daysAgo } from './matters.ts';
import { Product, WIDTHS } from './product.ts';

const NAME = 'Nguyễn Thị Mới';

describeWith('chromium', 'inviting, in the console', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    const [quan, linh] = [await product.as('quan'), await product.as('linh')];
    const issuer = `${product.origin}/oidc`;
    const title = { vi: 'Công chức tiếp nhận', en: 'Reception officer' };
    const since = { from: daysAgo(0), to: null };
    for (const entry of [
      { kind: 'person', id: 'moi', name: NAME, issuer, subject: 'moi-1', active: true },
      {
        kind: 'post',
        id: 'hq-sm.moi',
        unit: 'HQ-SM',
        title,
        roles: ['receiver'],
        person: 'moi',
        ...since,
      },
    ]) {
      const { proposal } = await quan.post<{ proposal: string }>('/directory/entries', entry);
      await linh.post(`/directory/proposals/${proposal}/confirmation`, {});
    }
    // The gateway hears of the person a moment later.
    for (let tries = 0; ; tries += 1) {
      const invited = quan.post('/accounts/invitations', { person: 'moi' });
      const heard = await invited
        .then(() => true)
        .catch((error: Error) => {
          if (tries > 20 || !error.message.includes('PERSON_UNKNOWN')) throw error;
        });
      if (heard) break;
      await setTimeout(250);
    }
  }, 120_000);
  afterAll(() => product?.close());

  async function looksWell(page: Page) {
    expect(await violations(page)).toEqual([]);
    for (const width of Object.values(WIDTHS)) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
    }
    await page.setViewportSize({ width: WIDTHS.desktop, height: 800 });
  }

  it('takes two administrators: one has the link, the other the code, and the person both', async () => {
    const first = await product.open('/moi-tao-tai-khoan', 'quan');
    await first.getByRole('button', { name: 'Tạo liên kết mời' }).click();
    await first.getByText('Hãy chọn một người trong danh sách').waitFor();
    const people = first.waitForResponse((answer) => answer.url().includes('/units/HQ-SM/posts'));
    await first.getByLabel('Đơn vị', { exact: true }).first().fill('HQ-SM');
    await first.keyboard.press('Tab');
    await people;
    await first.getByLabel('Họ tên', { exact: true }).first().fill('moi');
    await first.keyboard.press('Tab');
    await first.getByRole('button', { name: 'Tạo liên kết mời' }).click();
    const link = (await first.getByText(/\/oidc\/invitation\?token=/).textContent()) ?? '';
    await first.getByText('Bạn là người mời').waitFor();
    await looksWell(first);

    const second = await product.open('/moi-tao-tai-khoan', 'linh');
    await second.getByRole('button', { name: `Lấy mã cho ${NAME}` }).click();
    const code = (await second.getByText(/^[B-Z]{4}-[B-Z]{4}$/).textContent()) ?? '';
    await second.getByText('Đã cấp mã').waitFor();
    await looksWell(second);

    const person = await product.browser.newPage();
    await person.goto(link);
    await person.getByLabel('Mã mời').fill('BBBB-BBBB');
    await person.getByLabel('Tên đăng nhập').fill('nguoi-moi');
    for (const label of ['Mật khẩu', 'Nhập lại mật khẩu'])
      await person.getByLabel(label, { exact: true }).fill('ba con mèo ngồi trên mái');
    await person.keyboard.press('Enter');
    await person.getByRole('alert').waitFor();
    await person.getByLabel('Mã mời').fill(code.toLowerCase());
    for (const label of ['Mật khẩu', 'Nhập lại mật khẩu'])
      await person.getByLabel(label, { exact: true }).fill('ba con mèo ngồi trên mái');
    await person.keyboard.press('Enter');
    await person.getByRole('heading', { name: 'Đã tạo tài khoản' }).waitFor();
    for (const page of [first, second, person]) await page.close();
  }, 90_000);
});
