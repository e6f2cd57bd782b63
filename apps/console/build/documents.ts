import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { TOLD } from '../src/public/addresses.ts';
import type { PublicDocument } from '../src/public/draw.tsx';
import type { buildDrawing } from './drawing.ts';
import { wantedFirst } from './pages.ts';

type Drawing = Awaited<ReturnType<typeof buildDrawing>>;

/** A second set for installations that are tried out; a folder with a dot is served by name only. */
export const TRIAL = '.trial/';

/**
 * The documents for everybody. Nobody has written them: they are drawn while they are built, for real
 * installations and for trials.
 */
export function drawnDocuments({ draw, documents }: Drawing, root: string): Plugin {
  const files = new Map<string, { readonly html: string; readonly document: PublicDocument }>();
  for (const document of documents)
    for (const isTrial of [false, true]) {
      const content = draw(document.page, document.language, isTrial);
      const file = join(root, isTrial ? TRIAL : '', document.file);
      files.set(file, { html: htmlOf(document, content, isTrial), document });
    }
  return {
    name: 'minh-bach-documents',
    enforce: 'pre',
    config: () => ({ build: { rolldownOptions: { input: [...files.keys()] } } }),
    resolveId: (id) => (files.has(id) ? id : undefined),
    load: (id) => files.get(id)?.html,
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { filename, bundle = {} }): HtmlTagDescriptor[] => {
        const document = files.get(filename)?.document;
        if (!document) throw new Error(`${filename} is no document for everybody`);
        const isEnglish = document.language === 'en' && document.script !== undefined;
        const built = Object.values(bundle);
        return [
          ...(TOLD.includes(document.page) ? [unkept] : []),
          ...built.flatMap(wantedFirst),
          ...(isEnglish ? built.flatMap(englishWords) : []),
        ];
      },
    },
  };
}

const link = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs,
  injectTo: 'head',
});

/** Search engines keep nothing of what is told in place of a page. */
const unkept: HtmlTagDescriptor = {
  tag: 'meta',
  attrs: { name: 'robots', content: 'noindex' },
  injectTo: 'head',
};

/** What an English page needs before its script does anything. */
const englishWords = (file: Parameters<typeof wantedFirst>[0]): HtmlTagDescriptor[] =>
  file.type === 'chunk' && file.name === 'public'
    ? [link({ rel: 'modulepreload', crossorigin: true, href: `/${file.fileName}` })]
    : [];

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function htmlOf(
  { language, title, description, script }: PublicDocument,
  content: string,
  isTrial: boolean,
): string {
  const [said, about] = [escape(title), escape(description)];
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light" />
    <meta name="theme-color" content="#0b5566" />
    <title>${said}</title>
    <meta name="description" content="${about}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="Minh Bạch" />
    <meta property="og:title" content="${said}" />
    <meta property="og:description" content="${about}" />
    <meta property="og:locale" content="${language === 'vi' ? 'vi_VN' : 'en_GB'}" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    ${script === undefined ? '' : `<script type="module" src="/src/public/${script}"></script>`}
  </head>
  <body>
    <div id="root"${isTrial ? ' data-trial' : ''}><!--page-->${content}<!--/page--></div>
  </body>
</html>
`;
}
