import { basename } from 'node:path';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

export interface Told {
  readonly title: string;
  readonly description: string;
}

/** Title and description of each document before any script has run, and what is wanted first. */
export const pages = (told: Readonly<Record<string, Told>>): Plugin => ({
  name: 'minh-bach-pages',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { filename, bundle = {} }) {
      const page = told[basename(filename)];
      if (!page) throw new Error(`${filename} has no title and description`);
      const { title: children, description: content } = page;
      return [
        { tag: 'title', children, injectTo: 'head' },
        { tag: 'meta', attrs: { name: 'description', content }, injectTo: 'head' },
        ...Object.values(bundle).flatMap(wantedFirst),
      ];
    },
  },
});

/** The type, which text would else change to while it is read; and who is signed in. */
export function wantedFirst(
  file: Rolldown.OutputAsset | Rolldown.OutputChunk,
): HtmlTagDescriptor[] {
  const [href, injectTo] = [`/${file.fileName}`, 'head'] as const;
  if (file.fileName.endsWith('.woff2')) {
    const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href, crossorigin: true };
    return [{ tag: 'link', attrs, injectTo }];
  }
  if (file.type === 'chunk' && file.name === 'early') {
    const attrs = { type: 'module', async: true, crossorigin: true, src: href };
    return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
  }
  return [];
}
