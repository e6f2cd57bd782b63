import { html } from './html.ts';
import { page } from './page.ts';
import { WORDS } from './words.ts';
import type { Language } from './words.ts';

interface MessagePage {
  readonly language: Language;
  readonly base: string;
  readonly kind: 'expired' | 'failed' | 'busy' | 'linkDead' | 'firstDone' | 'inviteDone';
}

/** One sentence and the way on: to the product's front page, which asks to sign in. */
export function messagePage({ language, base, kind }: MessagePage): string {
  const words = WORDS[language];
  return page({
    language,
    base,
    title: words[kind],
    body: html`<p role="status">${words[`${kind}Hint`]}</p>
      ${kind !== 'linkDead' && html`<p><a class="button" href="/auth/login">${kind === 'firstDone' || kind === 'inviteDone' ? words.signIn : words.again}</a></p>`}`,
  });
}
