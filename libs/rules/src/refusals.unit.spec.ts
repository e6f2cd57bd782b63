import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { computeDeadline } from './deadlines/compute.ts';
import { refusalWords } from './refusals.ts';

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'));
const codes = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/new DomainError\(\s*'([^']+)'/g)].map(([, code]) => code ?? ''),
  ),
);

describe('a refusal', () => {
  it.each([...codes])('%s has words in both languages', (code) => {
    const words = refusalWords(new DomainError(code));
    expect(words?.vi).toBeTruthy();
    expect(words?.en).toBeTruthy();
  });

  it('of a rule not in force names the rule that was', () => {
    try {
      computeDeadline({ rule: 'KN1.ACCEPT.OLD', trigger: '2026-07-01' });
    } catch (error) {
      expect(refusalWords(error)).toEqual({
        vi: 'Ngày 2026-07-01 quy tắc KN1.ACCEPT.OLD không có hiệu lực: khi đó áp dụng KN1.ACCEPT.NEW.',
        en: 'On 2026-07-01 rule KN1.ACCEPT.OLD was not in force: KN1.ACCEPT.NEW was in force.',
      });
    }
    expect.assertions(1);
  });

  it.each(['2026-02-30', '10/07/2026', '2026-07-10T25:00', '', '2026-7-1', '2026-07-10T10:00+07'])(
    'meets %j, which is no date',
    (trigger) => {
      expect(() => computeDeadline({ rule: 'KN1.SEND', trigger })).toThrow('date.invalid');
    },
  );

  it('has no words for what is not a refusal', () => {
    expect(refusalWords(new Error('x'))).toBeUndefined();
  });
});
