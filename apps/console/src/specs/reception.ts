import type { Page } from 'playwright-core';

export const NAME = 'Công ty TNHH Nước Trong';

/** A complaint as reception types it, with nothing but what must be there. */
export async function fillPetition(page: Page): Promise<void> {
  await page.getByLabel('Khiếu nại', { exact: true }).check();
  await page.getByLabel('Qua dịch vụ bưu chính').check();
  await page.getByLabel('Doanh nghiệp', { exact: true }).check();
  await page.getByLabel('Tên doanh nghiệp').fill(NAME);
  await page.getByLabel('Nội dung, yêu cầu của người gửi').fill('Không đồng ý với quyết định');
}
