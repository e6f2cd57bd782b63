import { html } from './html.ts';
import { errorSummary, field, page } from './page.ts';
import { WORDS } from './words.ts';
import type { Language } from './words.ts';

/** What can be wrong with the form, and at which field. */
export const FIELD_OF = {
  CODE_WRONG: 'code',
  NAME_MISSING: 'name',
  BAD_USERNAME: 'username',
  USERNAME_TAKEN: 'username',
  NOT_THE_SAME: 'repeat',
  TOO_SHORT: 'password',
  TOO_LONG: 'password',
  TOO_SIMPLE: 'password',
  CONTAINS_USERNAME: 'password',
  CROWDED: 'password',
} as const;
export type FormProblem = keyof typeof FIELD_OF;

export interface OneTimeLinkPage {
  readonly language: Language;
  readonly base: string;
  readonly action: string;
  readonly token: string;
  /** By an administrator; otherwise for one of the first administrators. */
  readonly invited: boolean;
  /** The directory does not know the person. */
  readonly asksName: boolean;
  readonly name?: string;
  readonly username?: string;
  /** Of an invitation, as it was typed. */
  readonly code?: string;
  readonly problem?: FormProblem;
}

export function oneTimeLinkPage(it: OneTimeLinkPage): string {
  const words = WORDS[it.language];
  const wrong = it.problem && FIELD_OF[it.problem];
  return page({
    language: it.language,
    base: it.base,
    title: it.invited ? words.inviteTitle : words.firstTitle,
    here: `${it.action}?token=${it.token}`,
    body: html`<p>${it.invited ? words.inviteHint : words.firstHint}</p>
      ${errorSummary(words, it.problem && words[it.problem], wrong ?? 'username')}
      <form method="post" action="${it.action}">
        <input type="hidden" name="token" value="${it.token}" />
        ${it.asksName && field({ name: 'name', label: words.fullName, autocomplete: 'name', value: it.name ?? '', maxlength: 120, invalid: wrong === 'name', autofocus: true })}
        ${it.invited && field({ name: 'code', label: words.inviteCode, hint: words.inviteCodeHint, autocomplete: 'off', value: it.code ?? '', maxlength: 20, invalid: wrong === 'code', autofocus: true })}
        ${field({ name: 'username', label: words.username, hint: words.usernameHint, autocomplete: 'username', value: it.username ?? '', maxlength: 64, invalid: wrong === 'username' })}
        ${field({ name: 'password', label: words.password, hint: words.passwordHint, type: 'password', autocomplete: 'new-password', invalid: wrong === 'password' })}
        ${field({ name: 'repeat', label: words.repeat, type: 'password', autocomplete: 'new-password', invalid: wrong === 'repeat' })}
        <button type="submit">${it.invited ? words.inviteCreate : words.create}</button>
      </form>`,
  });
}
