import { describe, expect, it } from '@jest/globals';
import { CsvFile, csvCell } from './export-csv.ts';

describe('T18: a cell of a file', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+84', `"'+84"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t'=1"`],
    ['\r=1', `"'\r=1"`],
    ['\0=1', `"'\0=1"`],
    ['  =1', `"'  =1"`],
    ['"=1', `"'""=1"`],
    ['\uff1d1', `"'\uff1d1"`],
    ['a;=1', `"a;'=1"`],
    ['a, "=1', `"a, ""'=1"`],
    ['Đơn "thuế", 5-3', `"Đơn ""thuế"", 5-3"`],
    ['D26-48301725-4', `"D26-48301725-4"`],
  ])('%j is text in every spreadsheet', (text, cell) => expect(csvCell(text)).toBe(cell));
});

it('a file has its mark, its headings in its language, and says nothing where nothing is', () => {
  const columns = [
    { head: { vi: 'Số', en: 'Number' }, cell: (n: number) => String(n) },
    { head: { vi: 'Hạn', en: 'Due' }, cell: () => null },
  ];
  const of = (language: 'vi' | 'en') => {
    const file = new CsvFile(columns, language);
    file.add([7]);
    expect(file.rows).toBe(1);
    return file.bytes().toString('utf8');
  };
  expect(of('vi')).toBe('\ufeff"Số";"Hạn"\r\n"7";""\r\n');
  expect(of('en')).toBe('\ufeff"Number","Due"\r\n"7",""\r\n');
});
