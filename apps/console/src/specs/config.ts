/** How far `MB_TEST_DAY` lies ahead; see tools/test/day.mjs. */
export const testDayShiftMs = Number(process.env['MB_TEST_SHIFT_MS'] ?? 0);
