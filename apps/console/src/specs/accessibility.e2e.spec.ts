import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith } from '@minh-bach/testing';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { startConsole, WIDTHS } from './chromium.ts';
import type { Console } from './chromium.ts';

type Visit = readonly [
  name: string,
  person: string | undefined,
  path: string,
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
  ['notices', 'binh', '/qua-han'],
  ['a petition, being classified', 'giang', '/ho-so/D26-48301725-1', press('Phân loại')],
  [
    'its reasons for a date',
    'giang',
    '/ho-so/D26-48301725-1',
    (page) => page.getByText('Vì sao là ngày này?').click(),
  ],
  ['an opened identity', 'giang', '/ho-so/D26-10482277-4', press('Xem danh tính')],
  ['a conclusion, being approved', 'binh', '/ho-so/D26-55201946-6', press('Phê duyệt')],
  ['a sent decision', 'phuc', '/ho-so/D26-20417733-2'],
  ['an unknown matter', 'giang', '/ho-so/D26-00000000-0'],
];

describeWith('chromium', 'axe finds nothing', () => {
  let served: Console;
  beforeAll(async () => {
    served = await startConsole(capabilities.chromium);
  });
  afterAll(() => served.close());

  for (const [device, width] of Object.entries(WIDTHS))
    for (const [name, person, path, act] of VISITS)
      it(`on a ${device}: ${name}`, async () => {
        const page = await served.open(path, person, width);
        await page.waitForLoadState('networkidle');
        await act?.(page);
        expect(await violations(page)).toEqual([]);
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        expect(wide).toBeLessThanOrEqual(width);
        await page.context().close();
      });
});
