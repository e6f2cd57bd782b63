import { expect, it } from '@jest/globals';
import { words } from '../localized.ts';
import { day, nothingShown } from './column.ts';
import { shownSchema } from './shown-schema.ts';

const columns = { seenOn: day(words('Ngày xem', 'Seen')), doneOn: day(words('Ngày xong', 'Done')) };

it('a row of a new matter shows nothing, and says so of each declared column', () => {
  expect(nothingShown(columns)).toEqual({ seenOn: null, doneOn: null });
  expect(shownSchema(columns).parse(nothingShown(columns))).toEqual(nothingShown(columns));
});

it('a row holds the declared columns, whole days in them, and nothing else', () => {
  const row = { seenOn: '2026-11-20', doneOn: null };
  expect(shownSchema(columns).parse(row)).toEqual(row);
  for (const wrong of [{ seenOn: '2026-11-20' }, { ...row, seenOn: 'x' }, { ...row, more: null }])
    expect(shownSchema(columns).safeParse(wrong).success).toBe(false);
});
