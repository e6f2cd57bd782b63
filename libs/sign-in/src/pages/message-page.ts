import { html } from './html.ts';
import { page } from './page.ts';
import { WORDS } from './words.ts';
import type { Language, Words } from './words.ts';

interface MessagePage {
  readonly language: Language;
  readonly base: string;
  readonly kind:
    | 'expired'
    | 'failed'
    | 'busy'
    | 'unavailable'
    | 'codesWrong'
    | 'linkDead'
    | 'firstDone'
    | 'inviteDone';
  /** The same below in the other language. */
  readonly inBoth?: boolean;
}

/** One sentence and the way on: to the product's front page, which asks to sign in. */
export function messagePage({ language, base, kind, inBoth = false }: MessagePage): string {
  const words = WORDS[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const way = wayOn(words, base, kind);
  return page({
    language,
    base,
    title: words[kind],
    body: html`<p role="status">${words[`${kind}Hint`]}</p>
      ${way && html`<p><a class="button" href="${way.href}">${way.label}</a></p>`}
      ${
        inBoth &&
        html`<section class="note" lang="${other}">
          <h2>${WORDS[other][kind]}</h2>
          <p>${WORDS[other][`${kind}Hint`]}</p>
        </section>`
      }`,
  });
}

function wayOn(words: Words, base: string, kind: MessagePage['kind']) {
  if (kind === 'linkDead') return undefined;
  if (kind === 'codesWrong') return { href: `${base}/device`, label: words.codeAgain };
  const done = kind === 'firstDone' || kind === 'inviteDone';
  return { href: '/auth/login', label: done ? words.signIn : words.again };
}
