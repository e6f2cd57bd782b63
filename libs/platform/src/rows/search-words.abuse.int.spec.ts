import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import fc from 'fast-check';
import pg from 'pg';
import { searchWords, searchedWords } from './search-words.ts';

const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** `storedLine(200)` lets as many through. */
const TIMES = 600;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const asVector = async (text: string): Promise<void> => {
  await client.query('SELECT $1::tsvector', [text]);
};
const found = async (text: string, typed: string): Promise<boolean> => {
  const sql = 'SELECT $1::tsvector @@ $2::tsquery AS found';
  const { rows } = await client.query<{ found: boolean }>(sql, [text, searchedWords(typed)?.all]);
  return rows[0]!.found;
};

function* letters(): Generator<string> {
  for (let code = 0; code <= 0x10ffff; code++) {
    const letter = String.fromCodePoint(code);
    if (LETTER.test(letter)) yield letter;
  }
}

it('any letter as often as a gist may hold it is taken by PostgreSQL, and is found again', async () => {
  let together: string[] = [];
  const look = async () => {
    await asVector(searchWords([], together.join(' ')));
    for (const q of [searchedWords(together[0]!)].filter((each) => each !== undefined))
      await client.query('SELECT $1::tsquery, $2::tsquery, $3::tsquery', [
        q.all,
        q.inNumbers,
        q.asTyped,
      ]);
    together = [];
  };
  let seen = 0;
  for (const letter of letters()) {
    seen += 1;
    // Of letters of two code units half as many fit.
    together.push(letter.repeat(TIMES / letter.length));
    if (together.length === 50) await look();
  }
  await look();
  expect(seen).toBeGreaterThan(130_000);
}, 180_000);

it.each(['\u{16D6A}', '각', '\u{20000}', 'ế', 'a'])(
  'a word of %s alone is found',
  async (letter) => {
    const gist = letter.repeat(TIMES);
    expect(await found(searchWords([], gist), gist)).toBe(true);
    expect(await found(searchWords([], gist), letter.repeat(200))).toBe(true);
  },
);

it('any line is taken', async () => {
  const unit = fc.oneof(
    fc.constantFrom('\u{16D6A}', 'İ', 'ﬃ', '\u0301', 'đ', ' ', "'", '\\', ':', '\u{1D15E}'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const lines = fc.array(unit, { maxLength: TIMES }).map((units) => units.join(''));
  await fc.assert(
    fc.asyncProperty(lines, (line) => asVector(searchWords([line], line))),
    {
      numRuns: 200,
    },
  );
});

it('more words and numbers than a row can hold leave it a row', async () => {
  const many = Array.from({ length: 100_000 }, (_, n) => `D26-${String(n).padStart(8, '0')}-0`);
  const words = searchWords(many, many.join(' '));
  await asVector(words);
  expect(await found(words, many[0]!)).toBe(true);
});
