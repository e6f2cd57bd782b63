import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../setup/root.mjs';

const documents = [
  ...readdirSync(root).map((name) => name),
  ...readdirSync(join(root, 'docs'), { recursive: true }).map((name) => join('docs', name)),
].filter((name) => name.endsWith('.md'));

/** Files that a document links to, without what stands after `#`. */
const linksIn = (text) =>
  [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, path]) => path);

describe('documents', () => {
  it.each(documents)('%s links to files that are there', (document) => {
    const links = linksIn(readFileSync(join(root, document), 'utf8'));
    const missing = links.filter((path) => !existsSync(join(root, dirname(document), path)));
    expect(missing).toEqual([]);
  });
});
