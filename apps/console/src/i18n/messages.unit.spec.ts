import { describe, expect, it } from '@jest/globals';
import { en } from './en/index.ts';
import { fold } from './fold.ts';
import { vi } from './vi/index.ts';

const holes = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].sort();

describe('the catalogue', () => {
  it('says everything in both languages, about the same things', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [id, text] of Object.entries(vi)) {
      const said = holes(en[id as keyof typeof vi]);
      expect({ id, holes: said.filter((name) => holes(text).includes(name)) }).toEqual({
        id,
        holes: holes(text),
      });
    }
  });

  it('is composed Unicode', () => {
    for (const text of Object.values(vi)) expect(text).toBe(text.normalize('NFC'));
  });
});

describe('folding for search', () => {
  it.each([
    ['Hải Phòng', 'hai phong'],
    ['hoà', 'hoa'],
    ['hòa', 'hoa'],
    ['Đèo Gió', 'deo gio'],
  ])('%s is found by %s', (text, typed) => expect(fold(text)).toBe(typed));
});
