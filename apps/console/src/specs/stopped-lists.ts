import type { Page } from 'playwright-core';

const STOPPED = {
  state: 'failed',
  caughtUp: false,
  rebuild: null,
  error: { code: 'PROJECTION_FAILED', act: 'developer', stream: null, revision: null },
};

/** The page for operations says what stands still or cannot be read, who must act, and what to type. */
export async function stopLists(page: Page): Promise<void> {
  await page.route('**/api/triage/operations', async (route) => {
    const response = await route.fetch();
    const status = (await response.json()) as { readModels: object };
    const readModels = { ...status.readModels, lists: STOPPED };
    await route.fulfill({
      response,
      json: { ...status, readModels, unreadable: { count: 1200, notKept: 200 } },
    });
  });
  await page.reload();
  await page.getByRole('heading', { name: '2 việc cần xử lý' }).waitFor();
  await page.getByRole('row', { name: 'Phân loại Bình thường Đã dừng Thông suốt' }).waitFor();
  await page.getByText(/quyền, hồ sơ và thời hạn vẫn hoạt động bình thường/).waitFor();
  await page.getByText(/^Nhóm phát triển/).waitFor();
  await page.getByText('mb rebuild triage lists').waitFor();
  await page.getByText('200; nội dung vẫn còn trong Kafka').waitFor();
}
