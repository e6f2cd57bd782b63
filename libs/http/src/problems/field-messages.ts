import { words, type LocalizedText } from '@minh-bach/contracts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Said = LocalizedText & { readonly code: string };

const say = (code: string, vi: string, en: string): Said => ({ code, ...words(vi, en) });

const TYPES: Readonly<Record<string, LocalizedText>> = {
  string: words('văn bản', 'text'),
  number: words('số', 'a number'),
  int: words('số nguyên', 'a whole number'),
  boolean: words('đúng hoặc sai', 'true or false'),
  array: words('danh sách', 'a list'),
  object: words('nhóm thông tin', 'an object'),
  date: words('ngày', 'a date'),
};

const NOT_A_DATE = say(
  'NOT_A_DATE',
  'Phải là ngày dạng năm-tháng-ngày, ví dụ 2026-11-20.',
  'Must be a date like 2026-11-20.',
);

/** Codes that the shapes of `contracts` give their own checks. */
const CHECKS: Readonly<Record<string, LocalizedText>> = {
  NOT_A_DATE,
  CONTROL_CHARACTERS: words(
    'Có ký tự điều khiển không được phép. Hãy gõ lại hoặc dán dưới dạng văn bản thuần.',
    'Contains control characters. Type it again, or paste it as plain text.',
  ),
  BROKEN_UNICODE: words(
    'Có ký tự hỏng (Unicode không hợp lệ). Hãy gõ lại.',
    'Contains broken characters (invalid Unicode). Type it again.',
  ),
  INVISIBLE_CHARACTERS: words(
    'Có ký tự không nhìn thấy được. Hãy xóa hết rồi gõ lại.',
    'Contains characters that cannot be seen. Clear the field and type it again.',
  ),
  TOO_MANY_MARKS: words(
    'Có quá nhiều dấu chồng lên một chữ. Hãy gõ lại.',
    'Holds too many marks on one letter. Type it again.',
  ),
  NOTHING_VISIBLE: words(
    'Phải có ít nhất một chữ hoặc số nhìn thấy được.',
    'Must hold at least one character that can be seen.',
  ),
  ONE_LINE_ONLY: words('Chỉ được một dòng.', 'One line only.'),
  REPEATED: words('Mỗi mục chỉ được ghi một lần.', 'Name each item once only.'),
  POST_OR_PERSON: words('Hãy nêu hoặc vị trí, hoặc người.', 'Name either the post or the person.'),
};

const FORMATS: Readonly<Record<string, Said>> = {
  date: NOT_A_DATE,
  datetime: say(
    'NOT_AN_INSTANT',
    'Phải là thời điểm UTC, ví dụ 2026-11-20T02:00:00Z.',
    'Must be an instant in UTC like 2026-11-20T02:00:00Z.',
  ),
  email: say('NOT_AN_EMAIL', 'Phải là địa chỉ thư điện tử.', 'Must be an e-mail address.'),
  uuid: say('NOT_A_UUID', 'Phải là mã UUID.', 'Must be a UUID.'),
};

/** An issue of zod in words, without anything of what was sent. */
export function describeIssue(
  issue: Issue,
  find: (code: string) => LocalizedText | undefined,
): Said {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? REQUIRED : wrongType(issue.expected);
    case 'unrecognized_keys':
      return say(
        'UNKNOWN_KEY',
        'Có mục không được phép ở đây. Hãy bỏ đi rồi gửi lại.',
        'Holds a member that does not belong here. Leave it out.',
      );
    case 'invalid_value':
      return issue.input === undefined ? REQUIRED : notOneOf(issue.values);
    case 'invalid_union':
      return union(issue);
    case 'too_big':
      return bound('TOO_LONG', 'TOO_LARGE', issue.origin, 'Nhiều nhất', 'At most', issue.maximum);
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1)
        return say('EMPTY', 'Không được để trống.', 'Must not be empty.');
      return bound('TOO_SHORT', 'TOO_SMALL', issue.origin, 'Ít nhất', 'At least', issue.minimum);
    case 'invalid_format':
      return (
        FORMATS[issue.format] ??
        say('WRONG_FORMAT', 'Không đúng dạng quy định.', 'Not in the required format.')
      );
    case 'custom': {
      const told = CHECKS[issue.message] ?? find(issue.message);
      return told ? { code: issue.message, vi: told.vi, en: told.en } : WRONG;
    }
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return WRONG;
  }
}

const REQUIRED = say('REQUIRED', 'Bắt buộc phải có.', 'Is required.');
const WRONG = say(
  'WRONG_SHAPE',
  'Không đúng quy định của mục này.',
  'Does not fit what this field takes.',
);

function wrongType(expected: string): Said {
  const type = TYPES[expected];
  return type
    ? say('WRONG_TYPE', `Phải là ${type.vi}.`, `Must be ${type.en}.`)
    : say('WRONG_TYPE', 'Sai kiểu dữ liệu.', 'Is of the wrong type.');
}

/** The values come from the shape, not from the sender. */
function notOneOf(values: readonly unknown[]): Said {
  const list = values.slice(0, 30).map(String).join(', ');
  return say('NOT_ONE_OF', `Phải là một trong: ${list}.`, `Must be one of: ${list}.`);
}

function union(issue: z.core.$ZodIssueInvalidUnion): Said {
  if (issue.input === undefined) return REQUIRED;
  const values = issue.errors.flatMap((branch) =>
    branch.flatMap((inner) =>
      inner.code === 'invalid_value' && inner.path.length === 0 ? inner.values : [],
    ),
  );
  return values.length > 0 && values.length === issue.errors.length ? notOneOf(values) : WRONG;
}

function bound(
  length: string,
  size: string,
  origin: string,
  vi: string,
  en: string,
  limit: number | bigint,
): Said {
  if (origin === 'string')
    return say(length, `${vi} ${limit} ký tự.`, `${en} ${limit} characters.`);
  if (origin === 'array') return say(length, `${vi} ${limit} mục.`, `${en} ${limit} items.`);
  return say(size, `${vi} ${limit}.`, `${en} ${limit}.`);
}
