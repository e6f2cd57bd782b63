import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { testDayShiftMs } from './config.ts';

type ShiftDate = (ms: number) => void;

/** The pages of this context live on the day that `MB_TEST_DAY` sets, as the product does. */
export async function liveOnTestDay(context: BrowserContext, root: string): Promise<void> {
  if (testDayShiftMs === 0) return;
  const file = pathToFileURL(join(root, 'tools/test/shift-date.mjs'));
  const { shiftDate } = (await import(file.href)) as { shiftDate: ShiftDate };
  await context.addInitScript(shiftDate, testDayShiftMs);
}
