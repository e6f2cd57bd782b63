import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Built } from './built.ts';

type Language = 'vi' | 'en';
type Draw = (
  page: string,
  language: Language,
  isTrial: boolean,
  answer: unknown,
  query: string,
) => string;

/** What stands between these is drawn. */
const DRAWN = /(<!--page-->)[\s\S]*(<!--\/page-->)/;

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

export function drawingOf(built: Built, isTrial: boolean): DrawAnswer {
  const file = pathToFileURL(join(built.root, '.draw/draw.js')).href;
  const documents = new Map<string, string>();
  const documentOf = (name: string): string => {
    const known = documents.get(name) ?? built.text(name);
    documents.set(name, known);
    return known;
  };
  return async (page, language, name, answer, query = '') => {
    const { draw } = (await import(file)) as { draw: Draw };
    const content = draw(page, language, isTrial, answer, query);
    // A function: what people typed may have a `$` in it.
    return documentOf(name).replace(DRAWN, (_all, from, to) => `${from}${content}${to}`);
  };
}
