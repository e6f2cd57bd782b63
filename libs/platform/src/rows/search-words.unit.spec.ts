import { expect, it } from '@jest/globals';
import { searchWords, searchedWords } from './search-words.ts';

const NUMBER = 'D26-00000001-0';
const GIST = 'Khiếu nại quyết định';
const found = (typed: string, gist: string | null = GIST) =>
  searchedWords(typed)?.isAsTyped({ gist }, [NUMBER]);

it('a row holds its words with and without marks, and its numbers apart from them', () => {
  const held = searchWords([NUMBER], 'Đơn của tôi, ĐƠN!');
  expect(held).toBe(
    "'đơn' 'don' 'của' 'cua' 'tôi' 'toi' 'd26':1A '00000001':1A '0':1A 'd26000000010':1A",
  );
});

it('what is typed without marks finds all, what is typed with marks is told from it', () => {
  expect(searchedWords('Đơn khiếu')).toMatchObject({
    all: "'don' & 'khieu':*",
    inNumbers: "'don':A & 'khieu':*A",
    asTyped: "'đơn' & 'khiếu':*",
  });
  expect(found('khieu nai')).toBe(true);
  expect(found('khiếu nại')).toBe(true);
  expect(found('khiêu nại')).toBe(false);
});

it('marks that are typed one by one are the same letters', () =>
  expect(searchedWords('khiếu'.normalize('NFD'))).toMatchObject({ asTyped: "'khiếu':*" }));

it('more words than eight are not looked for', () => {
  const typed = Array.from({ length: 45 }, (_, n) => `từ${n}`).join(' ');
  const words = searchedWords(typed);
  for (const query of [words!.all, words!.inNumbers, words!.asTyped])
    expect(query.split(' & ')).toHaveLength(8);
  expect(words).toMatchObject({ asTyped: expect.stringMatching(/^'từ0' & .* & 'từ7':\*$/) });
});

it('the last word may be begun, a single letter stands for itself', () => {
  expect(found('khieu quy')).toBe(true);
  expect(found('quy khieu')).toBe(false);
  expect(searchedWords('khieu \u{10400}')).toMatchObject({ all: "'khieu' & '\u{10428}'" });
  expect(found('q')).toBe(false);
});

it('what would end a quoted word, or call an operator, is no part of a word', () => {
  const typed = "a' | !b:* <-> (c) \\ \0 & \uD800";
  expect(searchedWords(typed)).toMatchObject({ all: "'a' & 'b' & 'c'" });
});

it.each(['', ' ', '…', '\u0301', '🙂'])('%j holds nothing to look for', (typed) =>
  expect(searchedWords(typed)).toBeUndefined(),
);
