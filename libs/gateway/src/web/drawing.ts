import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Built } from './built.ts';

export type Language = 'vi' | 'en';
type Draw = (
  page: string,
  language: Language,
  isTrial: boolean,
  answer: unknown,
  query: string,
) => string;

type Code = (typed: string) => string | undefined;

/** What stands between these is drawn. */
const DRAWN = /(<!--page-->)[\s\S]*(<!--\/page-->)/;

export interface Drawing {
  readonly answer: DrawAnswer;
  /** A receipt code as it was meant; undefined where it is none. */
  codeOf(typed: string): Promise<string | undefined>;
}

/**
 * Draws an answer as a page, with the components that the build drew its documents with.
 *
 * @param file the document that it takes the place of
 * @param query of its address, with the question mark
 */
export type DrawAnswer = (
  page: string,
  language: Language,
  file: string,
  answer: unknown,
  query?: string,
) => Promise<string>;

export function drawingOf(built: Built, isTrial: boolean): Drawing {
  const file = pathToFileURL(join(built.root, '.draw/draw.js')).href;
  const documents = new Map<string, string>();
  const documentOf = (name: string): string => {
    const known = documents.get(name) ?? built.text(name);
    documents.set(name, known);
    return known;
  };
  const load = () => import(file) as Promise<{ draw: Draw; codeOf: Code }>;
  return {
    async answer(page, language, name, answer, query = '') {
      const content = (await load()).draw(page, language, isTrial, answer, query);
      // A function: what people typed may have a `$` in it.
      return documentOf(name).replace(DRAWN, (_all, from, to) => `${from}${content}${to}`);
    },
    codeOf: async (typed) => (await load()).codeOf(typed),
  };
}
