import { expect, it } from '@jest/globals';
import { matches } from './matches.ts';

const unit = 'Hải quan cửa khẩu Lạng Sơn HQ-LS';

it.each(['hq-ls', 'HQ LS', 'lang son', 'son lang', 'Lạng Sơn', 'khau la', '', ' ls'])(
  'a unit is found by “%s”',
  (typed) => expect(matches(unit, typed)).toBe(true),
);

it.each(['lang sơn dk', 'hq-sm', 'ang', 'x'])('and not by “%s”', (typed) =>
  expect(matches(unit, typed)).toBe(false),
);
