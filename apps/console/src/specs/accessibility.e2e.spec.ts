import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { BrowserContext, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { daysAgo, Matters } from './matters.ts';
import { Product, WIDTHS } from './product.ts';
import { stopLists } from './stopped-lists.ts';

/** Numbers of what is there to look at. */
interface Shown {
  readonly fresh: string;
  readonly late: string;
  readonly proposed: string;
}

type Visit = readonly [
  name: string,
  person: string | undefined,
  path: string | ((shown: Shown) => string),
  act?: (page: Page) => Promise<void>,
];

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();

const VISITS: readonly Visit[] = [
  ['home', undefined, '/'],
  ['tracking', undefined, '/tra-cuu', press('Tra cứu')],
  ['sign-in needed', undefined, '/phan-loai'],
  ['registration with errors', 'dung', '/tiep-nhan', press('Ghi nhận đơn')],
  ['triage worklist', 'giang', '/phan-loai'],
  ['an empty list', 'hung', '/vu-viec?view=overdue'],
  ['cases', 'binh', '/vu-viec'],
  ['responses', 'phuc', '/tra-loi'],
  ['identities opened', 'binh', '/danh-tinh-da-mo'],
  ['operations', 'van', '/van-hanh'],
  ['operations while lists stand still', 'van', '/van-hanh', stopLists],
  ['invitations', 'quan', '/moi-tao-tai-khoan', press('Tạo liên kết mời')],
  ['units and people', 'quan', '/quan-tri', press('Thay đổi')],
  ['proposals', 'quan', '/quan-tri/de-xuat'],
  ['the calendar', 'quan', '/quan-tri/lich-nghi'],
  ['notices', 'khanh', '/qua-han'],
  ['overview', 'khanh', '/tong-quan'],
  ['what waits for a head', 'binh', '/lam-viec'],
  ['what waits for the desk', 'dung', '/lam-viec'],
  ['a petition, being classified', 'giang', ({ fresh }) => `/ho-so/${fresh}`, press('Phân loại')],
  [
    'its reasons for a date',
    'giang',
    ({ late }) => `/ho-so/${late}`,
    (page) => page.getByText('Vì sao là ngày này?').first().click(),
  ],
  ['a petition, being accepted', 'giang', ({ late }) => `/ho-so/${late}`, press('Thụ lý')],
  [
    'an opened identity',
    'giang',
    ({ late }) => `/ho-so/${late}`,
    async (page) => {
      await press('Xem danh tính')(page);
      await page.getByLabel('Xác minh nhân thân').check();
      await press('Xem danh tính')(page);
    },
  ],
  [
    'a conclusion, being approved',
    'binh',
    ({ proposed }) => `/ho-so/${proposed}`,
    press('Phê duyệt'),
  ],
  ['an unknown matter', 'giang', () => '/ho-so/D26-00000000-0'],
];

/** The page has been laid out anew. */
const DRAWN =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';

/** In a window so wide. */
async function holds(page: Page, width: number): Promise<void> {
  expect(await violations(page)).toEqual([]);
  const wide = await page.evaluate('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(width);
}

describeWith('chromium', 'axe finds nothing on nineteen pages, in two widths', () => {
  let product: Product;
  let shown: Shown;
  beforeAll(async () => {
    product = await Product.start(capabilities.chromium);
    const matters = new Matters(product);
    const late = await matters.registered({ receivedOn: daysAgo(25) });
    await matters.classified(late);
    const giang = await product.as('giang');
    await giang.post(`/intake/petitions/${late}/identity-disclosures`, { purpose: 'supervise' });
    const proposed = await matters.proposed(await matters.registered());
    shown = { fresh: await matters.registered(), late, proposed };
  }, 120_000);
  afterAll(() => product?.close());

  /** Of each person: the console is loaded once, not with each page. */
  const contexts = new Map<string | undefined, BrowserContext>();
  async function open(address: string, person: string | undefined): Promise<Page> {
    const context = contexts.get(person);
    if (context) return product.openIn(context, address);
    const page = await product.open(address, person, WIDTHS.phone);
    contexts.set(person, page.context());
    return page;
  }

  for (const [name, person, path, act] of VISITS)
    it(`on a phone, then on a desktop: ${name}`, async () => {
      const address = typeof path === 'string' ? path : path(shown);
      const page = await open(address, person);
      await page.waitForLoadState('networkidle');
      await act?.(page);
      await holds(page, WIDTHS.phone);
      await page.setViewportSize({ width: WIDTHS.desktop, height: 800 });
      await page.evaluate(DRAWN);
      await holds(page, WIDTHS.desktop);
      await page.close();
    });
});
