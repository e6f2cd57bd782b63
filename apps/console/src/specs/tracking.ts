import type { RegisterPetitionBody } from '../api/types.ts';
import { hashOf, inGroups, makeReceiptCode } from '../public/receipt-code.ts';
import type { Page } from 'playwright-core';
import { Matters, complaint } from './matters.ts';
import type { Product } from './product.ts';

/** A petition whose sender has a receipt code. */
export async function receipted(product: Product, over: Partial<RegisterPetitionBody> = {}) {
  const code = makeReceiptCode();
  const receiptHash = await hashOf(code);
  const number = await new Matters(product).registered({ ...over, receiptHash });
  return { number, code: inGroups(code).join('-') };
}

export const field = (page: Page) => page.getByLabel('Mã tra cứu');
const submit = (page: Page) => page.locator('button[type=submit]').click();

export async function enter(page: Page, code: string): Promise<void> {
  await field(page).fill(code);
  await submit(page);
}

/** The same of a denunciation, which the head of the unit never sees. */
export async function denounced(product: Product) {
  const code = makeReceiptCode();
  const { number } = await (
    await product.as('dung')
  ).post<{ number: string }>('/intake/petitions', {
    ...complaint(),
    ...{ declaredKind: 'denunciation', senderKind: 'individual', gist: null },
    receiptHash: await hashOf(code),
  });
  return { number, code };
}

/** Asks again until it is told: other services hear a little later. */
export async function track(page: Page, code: string, told: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    await enter(page, code);
    await page.locator('dl, [role=alert] p').first().waitFor();
    if ((await page.getByText(told).count()) > 0) return;
    if (tries > 50) throw new Error(`never told: ${told}`);
    const clear = page.getByRole('button', { name: 'Xóa khỏi màn hình' });
    if ((await clear.count()) > 0) await clear.click();
  }
}

const IS_FOCUS = (element: { ownerDocument: { activeElement: unknown } }): boolean =>
  element === element.ownerDocument.activeElement;
export const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).first().evaluate(IS_FOCUS);
