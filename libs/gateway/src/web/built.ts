import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const HOME = 'index.html';
/** Documents for installations that are tried out. */
const TRIAL = '.trial';
const CONSOLE = 'lam-viec.html';

const consoleAddresses = z.array(z.string().startsWith('/'));
const siteAddresses = z.record(z.string(), z.object({ vi: z.string(), en: z.string() }));

export type Site = z.infer<typeof siteAddresses>;

/** What the build of the pages left in its folder. */
export interface Built {
  /** Of files that are named by their content, and of the console's document. */
  readonly root: string;
  /** Of the documents for everybody. */
  readonly documents: string;
  /** The addresses of pages for everybody by name, in both languages. */
  readonly site: Site;
  readonly consoleAddresses: readonly string[];
  /** The file of a page, below `root` or `documents`; undefined where there is no such page. */
  pageAt(path: string): readonly [file: string, root: string] | undefined;
  /** A document as text. @throws Error where there is none */
  text(file: string): string;
}

/** @returns undefined where nothing was built */
export function readBuilt(root: string | undefined, isTrial: boolean): Built | undefined {
  if (root === undefined || !existsSync(join(root, HOME))) return undefined;
  const documents = isTrial && existsSync(join(root, TRIAL)) ? join(root, TRIAL) : root;
  const names = new Set(
    readdirSync(documents, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.html') && !file.startsWith('.') && file !== CONSOLE),
  );
  const told = consoleAddresses.parse(readOr(join(root, '.console.json'), []));
  const ofConsole = told.map((address) => new RegExp(`^${address.replace(/\$\w+/g, '[^/]+')}$`));
  return {
    root,
    documents,
    site: siteAddresses.parse(readOr(join(root, '.site.json'), {})),
    consoleAddresses: told,
    pageAt(path) {
      // Only a name that was in the folder is ever a file's.
      const file = path === '/' ? HOME : `${path.slice(1)}.html`;
      const isUnknown = /(404|500)\.html$/.test(file) || path === '/index';
      if (names.has(file) && !isUnknown) return [file, documents];
      return ofConsole.some((address) => address.test(path)) ? [CONSOLE, root] : undefined;
    },
    text: (file) => readFileSync(join(documents, file), 'utf8'),
  };
}

const readOr = (file: string, otherwise: unknown): unknown =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : otherwise;
