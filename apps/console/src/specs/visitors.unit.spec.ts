import { describe, expect, it } from '@jest/globals';
import { en } from '../i18n/en/public.ts';
import { vi as console } from '../i18n/vi/index.ts';
import { vi } from '../i18n/vi/public.ts';
import { reachedFrom } from './sources.ts';

const { modules, packages } = reachedFrom('public/home.tsx', 'public/track.tsx');

/** Folders that visitors share with the staff's console; what else there is, is the console's. */
const SHARED = /^(public|api|components|i18n|session|styles)\//;
const CONSOLE_ONLY = /^(i18n\/(console-catalogue|(vi|en)\/index)|api\/queries|session\/sign-in)\./;

describe('What visitors load', () => {
  it('has their pages in it', () => {
    expect([...modules.keys()]).toEqual(
      expect.arrayContaining(['public/home-page.tsx', 'public/track-page.tsx', 'api/call.ts']),
    );
  });

  it('is nothing of the console', () => {
    const names = [...modules.keys()];
    expect(names.filter((name) => !SHARED.test(name) || CONSOLE_ONLY.test(name))).toEqual([]);
  });

  it('is no package but React, which their bundle takes from Preact', () => {
    const allowed = ['@fontsource-variable/source-sans-3', 'react', 'react-dom/client'];
    expect([...packages].filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('says only what their catalogue has', () => {
    const said = [...modules].flatMap(([name, text]) =>
      name.startsWith('i18n/')
        ? []
        : [...text.matchAll(/'([a-z]+\.\w+)'/g)].map(([, id = '']) => id),
    );
    const known = Object.keys({ ...console, ...vi });
    const messages = said.filter((id) => known.includes(id));
    expect(messages).toEqual(expect.arrayContaining(['home.title', 'page.title', 'track.hint']));
    expect(messages.filter((id) => !(id in vi))).toEqual([]);
  });
});

describe('The catalogue of visitors', () => {
  it('says everything in both languages, with plain holes only, each filled the same', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [id, text] of Object.entries(vi)) {
      const other = en[id as keyof typeof vi];
      const holes = [text, other].map((each) => (each.match(/\{\w+\}/g) ?? []).sort());
      expect([id, holes[0]]).toEqual([id, holes[1]]);
      for (const each of [text, other]) {
        expect([id, each.replace(/\{\w+\}/g, '')]).toEqual([
          id,
          expect.not.stringMatching(/[{}]|''/),
        ]);
        expect(each).toBe(each.normalize('NFC'));
      }
    }
  });
});
