import { expect, it } from '@jest/globals';
import { isMeant, matches } from './matches.ts';

const unit = 'Hải quan cửa khẩu Lạng Sơn HQ-LS';

it.each(['hq-ls', 'HQ LS', 'lang son', 'son lang', 'Lạng Sơn', 'khau la', '', ' ls'])(
  'a unit is found by “%s”',
  (typed) => expect(matches(unit, typed)).toBe(true),
);

it.each(['lang sơn dk', 'hq-sm', 'ang', 'x'])('and not by “%s”', (typed) =>
  expect(matches(unit, typed)).toBe(false),
);

const options = [
  { value: 'HQ-SM', label: 'Sông Mây', code: 'HQ-SM' },
  { value: 'HQ-SM2', label: 'Sông Mây 2', code: 'HQ-SM2' },
  { value: 'HQ-DG', label: 'Đèo Gió', code: 'HQ-DG' },
];

it.each([
  ['deo', 'HQ-DG'],
  ['song may', 'HQ-SM'],
  ['hq-sm', 'HQ-SM'],
  ['song', undefined],
  ['', undefined],
  ['không có', undefined],
])('“%s” means %s without doubt', (typed, value) =>
  expect(isMeant(options, typed)?.value).toBe(value),
);
