// Loaded before everything else in each process (`NODE_OPTIONS`) and in each spec file (`setupFiles`,
// for Jest gives these a `Date` of their own) when `MB_TEST_DAY` is set; see day.mjs.
import { environment } from '../config.mjs';
import { shiftDate } from './shift-date.mjs';

const ms = Number(environment.MB_TEST_SHIFT_MS ?? 0);
if (ms !== 0) shiftDate(ms);
