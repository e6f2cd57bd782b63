import type { Page } from 'playwright-core';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Opens an action of the panel, and waits until it is there: other services hear of a matter a moment later. */
async function begin(page: Page, origin: string, number: string, action: string): Promise<void> {
  await page.goto(`${origin}/ho-so/${number}`);
  await page.getByRole('button', { name: new RegExp(`^${action}`) }).click();
}

async function finish(page: Page, action: string): Promise<void> {
  await press(page, action);
  await page.getByText(`Đã ghi: ${action}`).waitFor();
}

/** As people type: without marks, a part of it. */
const choose = async (page: Page, label: string, typed: string) => {
  await page.getByLabel(label).first().fill(typed);
  await page.getByRole('option').click();
};

export interface Registered {
  readonly number: string;
  readonly code: string;
}

/** Reception: a complaint that came by post two days ago, with its scan. */
export async function register(
  page: Page,
  origin: string,
  {
    name,
    gist,
    receivedOn,
    scan,
  }: { name: string; gist: string; receivedOn: string; scan: Buffer },
): Promise<Registered> {
  await page.goto(`${origin}/tiep-nhan`);
  await page.getByLabel('Khiếu nại', { exact: true }).check();
  await page.getByLabel('Qua dịch vụ bưu chính').check();
  await page.getByLabel('Ngày nhận').fill(receivedOn);
  await page.getByLabel('Đơn có chữ ký').check();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'don.pdf', mimeType: 'application/pdf', buffer: scan });
  await page.getByText('Đã niêm phong: PDF').waitFor();
  await page.getByLabel('Doanh nghiệp', { exact: true }).check();
  await page.getByLabel('Tên doanh nghiệp').fill(name);
  await choose(page, 'Đơn vị bị khiếu nại', 'song may');
  await page.getByLabel('Trích yếu').fill(gist);
  await page
    .getByLabel('Nội dung, yêu cầu của người gửi')
    .fill('Không đồng ý với quyết định ấn định thuế.');
  await press(page, 'Ghi nhận đơn');
  await page.getByRole('heading', { name: 'Đã tiếp nhận đơn' }).waitFor();
  const number =
    (await page
      .getByText(/^D\d{2}-\d{8}-\d$/)
      .first()
      .textContent()) ?? '';
  const code = (await page.locator('p[aria-label]').getAttribute('aria-label')) ?? '';
  return { number, code: code.replaceAll(' ', '') };
}

export async function classifyAndAccept(page: Page, origin: string, number: string): Promise<void> {
  await begin(page, origin, number, 'Phân loại');
  await finish(page, 'Phân loại');
  await begin(page, origin, number, 'Thụ lý');
  await page.getByLabel('Đơn đủ điều kiện thụ lý').check();
  await finish(page, 'Thụ lý');
}

export async function assign(
  page: Page,
  origin: string,
  number: string,
  to: string,
): Promise<void> {
  await begin(page, origin, number, 'Giao việc');
  await choose(page, 'Người xác minh', to);
  await page.getByLabel(/^Đã đối chiếu/).check();
  await finish(page, 'Giao việc');
}

export async function investigate(
  page: Page,
  origin: string,
  number: string,
  today: string,
): Promise<void> {
  await begin(page, origin, number, 'Ghi giải trình');
  await page.getByLabel('Người giải trình').fill('Đội trưởng Đội Thủ tục (hư cấu)');
  await page.getByLabel('Ngày giải trình').fill(today);
  await page
    .getByLabel('Nội dung giải trình')
    .fill('Đã áp dụng nhầm kết quả phân tích của lô hàng khác.');
  await finish(page, 'Ghi giải trình');
  await begin(page, origin, number, 'Trình phê duyệt');
  await page.getByLabel('Khiếu nại đúng', { exact: true }).check();
  await page
    .getByLabel('Kết quả xác minh')
    .fill('Quyết định không nêu căn cứ bác bỏ chứng thư giám định.');
  await page.getByLabel('Căn cứ pháp luật').fill('Luật Khiếu nại 02/2011 Đ.31');
  await page.getByLabel('Biện pháp giải quyết').fill('Hủy quyết định; hoàn thuế nộp thừa.');
  await finish(page, 'Trình phê duyệt');
}

export async function approve(page: Page, origin: string, number: string): Promise<void> {
  await begin(page, origin, number, 'Phê duyệt');
  await page.getByText('Phê duyệt kết luận phiên bản 1').waitFor();
  await finish(page, 'Phê duyệt');
}

export async function issue(
  page: Page,
  origin: string,
  number: string,
  today: string,
): Promise<void> {
  await begin(page, origin, number, 'Ban hành quyết định');
  await page.getByLabel('Số quyết định').fill('118/QĐ-HQSM');
  await page.getByLabel('Ngày ban hành').fill(today);
  // The signer and the conclusion are filled in already, from the approval.
  await page.getByLabel('Nội dung quyết định').fill('Điều 1. Công nhận khiếu nại là đúng.');
  await finish(page, 'Ban hành quyết định');
}

export async function respond(
  page: Page,
  origin: string,
  number: string,
  today: string,
): Promise<void> {
  await begin(page, origin, number, 'Ghi việc gửi quyết định');
  await page.getByLabel('Qua dịch vụ bưu chính bảo đảm').check();
  await page.getByLabel('Ngày gửi').fill(today);
  await page.getByLabel('Số bưu gửi').fill('EH 204 118 732 VN');
  await finish(page, 'Ghi việc gửi quyết định');
  await begin(page, origin, number, 'Ghi ngày nhận');
  await page.getByLabel('Ngày nhận quyết định').fill(today);
  await finish(page, 'Ghi ngày nhận');
  for (const to of ['Cấp trên trực tiếp', 'Cơ quan thanh tra']) {
    await begin(page, origin, number, 'Ghi việc gửi đến nơi nhận khác');
    await page.getByLabel(to).check();
    await page.getByLabel('Qua hệ thống văn bản điện tử').check();
    await page.getByLabel('Ngày gửi').fill(today);
    await finish(page, 'Ghi việc gửi đến nơi nhận khác');
  }
  await begin(page, origin, number, 'Kết thúc vì đã có khiếu nại lần hai');
  await finish(page, 'Kết thúc vì đã có khiếu nại lần hai');
}
