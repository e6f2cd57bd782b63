import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
interface Words {
  readonly vi: string;
  readonly en: string;
}

/** `expected` of zod, as people say it. */
const TYPES: Readonly<Record<string, Words>> = {
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  string: { vi: 'chữ trong ngoặc kép', en: 'text in quotes' },
  number: { vi: 'một số', en: 'a number' },
  int: { vi: 'một số nguyên', en: 'a whole number' },
  array: { vi: 'một danh sách [ … ]', en: 'a list [ … ]' },
  object: { vi: 'một nhóm { … }', en: 'a group { … }' },
};

/** What is wrong with one fact, in plain words. @param facts as they were read */
export function factProblem(issue: Issue, facts: unknown): Words {
  const where = issue.path.length === 0 ? '{ … }' : issue.path.join('.');
  const value = issue.path.reduce<unknown>(
    (at, key) => (Object(at) as Record<PropertyKey, unknown>)[key],
    facts,
  );
  if (value === undefined) return { vi: `thiếu ${where}`, en: `${where} is missing` };
  const must = mustBe(issue);
  return { vi: `${where} phải là ${must.vi}`, en: `${where} must be ${must.en}` };
}

function mustBe(issue: Issue): Words {
  if (issue.code === 'invalid_type')
    return TYPES[issue.expected] ?? { vi: issue.expected, en: issue.expected };
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ');
    return { vi: `một trong: ${values}`, en: `one of: ${values}` };
  }
  if (issue.code === 'invalid_format')
    return { vi: 'ngày dạng 2026-07-10', en: 'a date as 2026-07-10' };
  return { vi: 'một giá trị có trong docs/facts.md', en: 'a value of docs/facts.md' };
}
