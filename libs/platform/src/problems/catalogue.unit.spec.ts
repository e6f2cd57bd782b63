import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { defineProblems, ProblemCatalogue } from './catalogue.ts';
import { ENGINE_PROBLEMS } from './engine.problems.ts';
import { HTTP_PROBLEMS } from './http.problems.ts';
import { INTERNAL_CODES, SAME_AS_NOT_FOUND } from './internal-codes.ts';
import { makeProblem } from './problem.ts';
import { fill, languageOf, words } from './words.ts';

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

/** Entries of all parts as they are written; this package may not import those of the contexts. */
const entries = sources
  .filter(({ file }) => /(^|\/|\.)problems\.ts$/.test(file))
  .flatMap(({ text }) => [
    ...text.matchAll(/^ {2}'?([A-Za-z][A-Za-z0-9_.]+)'?: ([^]*?(?:,|\n {2}\},))\n/gm),
  ])
  .map(([, code = '', entry = '']) => ({ code, entry }));
const inWords = entries.map(({ code }) => code);

/** What a source may answer a person with: what it throws, and what its routes announce. */
const answered = (text: string): string[] => {
  const thrown = [...text.matchAll(/new DomainError\(\s*'([A-Z0-9_]+)'/g)];
  const announced = [...text.matchAll(/^ *problems: \[([^\]]*)\]/gm)].flatMap(([, list = '']) => [
    ...list.matchAll(/'(\w+)'/g),
  ]);
  return [...thrown, ...announced].map(([, code = '']) => code);
};

describe('the catalogue of problems', () => {
  it('has words for every code that is thrown anywhere', () => {
    const thrown = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/new DomainError\(\s*'([A-Z0-9_]+)'/g)].map(([, code]) => ({ file, code })),
    );
    expect(thrown.length).toBeGreaterThan(40);
    const told = new Set([...inWords, ...INTERNAL_CODES, ...SAME_AS_NOT_FOUND]);
    expect(thrown.filter(({ code }) => !told.has(code ?? ''))).toEqual([]);
  });

  it.each(['directory', 'intake', 'triage', 'investigation', 'response'])(
    'is whole for %s alone, which runs as a process of its own',
    (context) => {
      const ofContext = sources.filter(({ file }) => file.startsWith(`libs/${context}/`));
      const own = ofContext.filter(({ file }) => file.endsWith('/problems.ts'));
      const told = new Set([
        ...Object.keys({ ...HTTP_PROBLEMS, ...ENGINE_PROBLEMS }),
        ...own.flatMap(({ text }) =>
          [...text.matchAll(/^ {2}(\w+): \{/gm)].map(([, code]) => code),
        ),
        ...INTERNAL_CODES,
        ...SAME_AS_NOT_FOUND,
      ]);
      const codes = ofContext.flatMap(({ text }) => answered(text));
      expect(codes.length).toBeGreaterThan(3);
      expect(codes.filter((code) => !told.has(code))).toEqual([]);
    },
  );

  it('says a code of two packages in the same words', () => {
    const first = new Map(entries.toReversed().map(({ code, entry }) => [code, entry]));
    expect(entries.filter(({ code, entry }) => first.get(code) !== entry)).toEqual([]);
  });

  it('tells nothing of faults that are nobody’s but ours', () => {
    expect(INTERNAL_CODES.filter((code) => inWords.includes(code))).toEqual([]);
  });

  it('says each in both languages, with a status that fits', () => {
    for (const [code, entry] of Object.entries({ ...HTTP_PROBLEMS, ...ENGINE_PROBLEMS })) {
      expect([400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503]).toContain(
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
    const counted = sources
      .filter(({ file }) => /(^|\/|\.)problems\.ts$/.test(file))
      .flatMap(({ text }) => [...text.matchAll(/^ {4}status: 412,$[^]*?^ {2}\},$/gm)])
      .flatMap(([entry]) => [...(/members: \[(.*)\]/.exec(entry)?.[1] ?? '').matchAll(/'(\w+)'/g)])
      .map(([, name]) => name);
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
