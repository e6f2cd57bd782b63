import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PROBLEMS, defineProblems, words } from '@minh-bach/contracts';
import { ProblemCatalogue } from './catalogue.ts';
import { INTERNAL_CODES, SAME_AS_NOT_FOUND } from './internal-codes.ts';
import { makeProblem } from './problem.ts';
import { fill, languageOf } from './words.ts';

const root = new URL('../../../../', import.meta.url);
/** The pages of sign-in say their refusals themselves; what serves specs is never thrown at people. */
const OTHERS = /node_modules|\.spec\.ts$|\/(fixtures|specs|conformance)\/|^libs\/sign-in\//;
const sources = ['libs', 'apps']
  .flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  )
  .filter((file) => /\/src\/.*\.ts$/.test(file) && !OTHERS.test(file))
  .map((file) => ({ file, text: readFileSync(new URL(file, root), 'utf8') }));

const entries = PROBLEMS.flatMap((part) =>
  Object.entries(part).map(([code, entry]) => ({ code, entry })),
);
const inWords = entries.map(({ code }) => code);

/** What the routes of a source announce. */
const answered = (text: string): string[] =>
  [...text.matchAll(/^ *problems: \[([^\]]*)\]/gm)].flatMap(([, list = '']) =>
    [...list.matchAll(/'(\w+)'/g)].map(([, code = '']) => code),
  );

describe('the catalogue of problems', () => {
  it('has words for every code that is thrown anywhere', () => {
    const thrown = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/new DomainError\(\s*'([A-Z0-9_]+)'/g)].map(([, code]) => ({ file, code })),
    );
    expect(thrown.length).toBeGreaterThan(40);
    const told = new Set([...inWords, ...INTERNAL_CODES, ...SAME_AS_NOT_FOUND]);
    expect(thrown.filter(({ code }) => !told.has(code ?? ''))).toEqual([]);
  });

  it('has words for every code that a route announces', () => {
    const told = new Set<string>([...inWords, ...SAME_AS_NOT_FOUND]);
    const announced = sources.flatMap(({ text }) => answered(text));
    expect(announced.length).toBeGreaterThan(10);
    expect(announced.filter((code) => !told.has(code))).toEqual([]);
  });

  it('tells nothing of faults that are nobody’s but ours', () => {
    expect(INTERNAL_CODES.filter((code) => inWords.includes(code))).toEqual([]);
  });

  it('says each in both languages, with a status that fits', () => {
    for (const { code, entry } of entries) {
      expect([400, 401, 403, 404, 409, 410, 412, 413, 415, 422, 428, 429, 500, 503]).toContain(
        entry.status,
      );
      for (const { vi, en } of [entry.title, entry.detail]) {
        expect({ code, vi }).toEqual({ code, vi: vi.normalize('NFC') });
        expect(vi.length).toBeGreaterThan(5);
        expect(en.length).toBeGreaterThan(5);
        expect(vi).not.toBe(en);
      }
    }
  });

  it('calls what two conflicts count by two names: a version is no revision', () => {
    const counted = entries
      .filter(({ entry }) => entry.status === 412)
      .flatMap(({ entry }) => entry.members ?? []);
    expect(counted).toContain('actualRevision');
    expect(counted).toContain('actualVersion');
    expect(counted).toEqual([...new Set(counted)]);
  });

  it('refuses two meanings of one code', () => {
    const part = (en: string) =>
      defineProblems({ TWICE: { status: 409, title: words('a', en), detail: words('a', 'b') } });
    expect(() => new ProblemCatalogue([part('x'), part('x')])).not.toThrow();
    expect(() => new ProblemCatalogue([part('x'), part('y')])).toThrow('PROBLEM_TWICE');
  });
});

describe('a problem', () => {
  const entry = {
    status: 409,
    title: words('Đã có', 'Is there'),
    detail: words('Hạn là {due}.', 'It is due on {due}.'),
    members: ['due'],
  };
  const about = { requestId: 'r', language: 'en' } as const;

  it('points at the field that its entry names', () => {
    const { field } = makeProblem('RULE', { ...entry, field: '/due' }, {}, about);
    expect(field).toBe('/due');
  });

  it('carries both languages, and the details that its entry names', () => {
    const problem = makeProblem('RULE', entry, { due: '2026-12-01', secret: 'x' }, about);
    expect(problem).toEqual({
      type: 'urn:minh-bach:problem:rule',
      title: 'Is there',
      detail: 'It is due on 01/12/2026.',
      status: 409,
      instance: 'urn:uuid:r',
      code: 'RULE',
      vi: { title: 'Đã có', detail: 'Hạn là 01/12/2026.' },
      en: { title: 'Is there', detail: 'It is due on 01/12/2026.' },
      due: '2026-12-01',
    });
  });

  it('fills its title as it fills its detail', () => {
    const titled = { ...entry, title: words('Từ phiên bản {seen}', 'Since version {seen}') };
    const { title, vi } = makeProblem('RULE', titled, { seen: 1 }, about);
    expect([title, vi.title]).toEqual(['Since version 1', 'Từ phiên bản 1']);
  });

  it('says a date day first in its words, and nothing else so', () => {
    expect(fill(entry.detail, { due: '2026-11-20' })).toEqual({
      vi: 'Hạn là 20/11/2026.',
      en: 'It is due on 20/11/2026.',
    });
    expect(fill(entry.detail, { due: 'D26-48301725-1' }).en).toBe('It is due on D26-48301725-1.');
  });

  it('never carries markup or anything long back in its words', () => {
    for (const due of ['<b>x</b>', 'x'.repeat(200), { a: 1 }, undefined, 'a\nb'])
      expect(fill(entry.detail, { due }).en).toBe('It is due on ….');
  });
});

describe('the language of a reader', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-US,en;q=0.9,vi;q=0.1', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['fr,en;q=0.2', 'en'],
    ['en;q=0', 'vi'],
    ['de', 'vi'],
    ['*', 'vi'],
  ] as const)('%s is %s', (header, language) => expect(languageOf(header)).toBe(language));
});
