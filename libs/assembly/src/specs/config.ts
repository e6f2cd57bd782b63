/** The day that `MB_TEST_DAY` sets, for processes that get no other environment. */
const day = process.env['MB_TEST_SHIFT_MS'] ? ['NODE_OPTIONS', 'MB_TEST_SHIFT_MS'] : [];

/** As much of this process's surroundings as a product needs; nothing of Jest's. */
export const surroundings: Readonly<Record<string, string>> = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', ...day].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
