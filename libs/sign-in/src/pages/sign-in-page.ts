import { html } from './html.ts';
import { errorSummary, field, page } from './page.ts';
import { WORDS } from './words.ts';
import type { Language, Words } from './words.ts';

export interface SignInPage {
  readonly language: Language;
  readonly base: string;
  /** The page's own address; the form is sent there. */
  readonly action: string;
  readonly demo: boolean;
  /** As typed before. */
  readonly username?: string;
  readonly failure?:
    'wrong' | { readonly waitSeconds: number } | { readonly crowdedSeconds: number };
}

export function signInPage(it: SignInPage): string {
  const words = WORDS[it.language];
  const message = messageOf(words, it.failure);
  const invalid = it.failure === 'wrong';
  return page({
    language: it.language,
    base: it.base,
    title: words.signIn,
    here: it.action,
    body: html`${errorSummary(words, message, 'username')}
      <form method="post" action="${it.action}">
        ${field({ name: 'username', label: words.username, autocomplete: 'username', value: it.username ?? '', maxlength: 100, invalid, autofocus: true })}
        ${field({ name: 'password', label: words.password, type: 'password', autocomplete: 'current-password', invalid })}
        <button type="submit">${words.signIn}</button>
      </form>
      ${it.demo && html`<p class="note">${words.demo}</p>`}`,
  });
}

function messageOf(words: Words, failure: SignInPage['failure']): string | undefined {
  if (failure === undefined) return undefined;
  if (failure === 'wrong') return words.wrong;
  return 'waitSeconds' in failure
    ? words.wait(failure.waitSeconds)
    : words.crowded(failure.crowdedSeconds);
}
