/** Jest says `test`; what people get is built for `production`. */
export const building = { ...process.env, NODE_ENV: 'production' };

/** How far `MB_TEST_DAY` lies ahead; see tools/test/day.mjs. */
export const testDayShiftMs = Number(process.env['MB_TEST_SHIFT_MS'] ?? 0);
