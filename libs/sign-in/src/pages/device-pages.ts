import { Html, html } from './html.ts';
import { errorSummary, field, page } from './page.ts';
import { WORDS } from './words.ts';
import type { Language } from './words.ts';

interface DevicePage {
  readonly language: Language;
  readonly base: string;
}

/** Where someone types the code that `mb login` shows. */
export function deviceCodePage(
  it: DevicePage & { xsrf: string; failure?: 'wrong' | 'aborted' | 'failed' },
): string {
  const words = WORDS[it.language];
  const message = {
    wrong: words.deviceWrong,
    aborted: words.deviceAborted,
    failed: words.failedHint,
  };
  return page({
    ...it,
    title: words.deviceTitle,
    here: `${it.base}/device`,
    body: html`${errorSummary(words, it.failure && message[it.failure], 'user_code')}
      <form method="post" action="${it.base}/device">
        <input type="hidden" name="xsrf" value="${it.xsrf}" />
        ${field({ name: 'user_code', label: words.deviceCode, hint: words.deviceHint, autocomplete: 'off', maxlength: 20, invalid: it.failure === 'wrong', autofocus: true })}
        <button type="submit">${words.next}</button>
      </form>`,
  });
}

/** @param form the provider's own hidden form, with id `op.deviceConfirmForm` */
export function deviceConfirmPage(it: DevicePage & { form: string; code: string }): string {
  const words = WORDS[it.language];
  return page({
    ...it,
    title: words.confirmTitle,
    body: html`<p>${words.confirmHint}</p>
      <p class="code">${it.code}</p>
      ${new Html(it.form)}
      <button type="submit" form="op.deviceConfirmForm">${words.confirm}</button>
      <button class="second" type="submit" form="op.deviceConfirmForm" name="abort" value="yes">
        ${words.abort}
      </button>`,
  });
}

export function deviceDonePage(it: DevicePage & { username: string }): string {
  const words = WORDS[it.language];
  return page({
    ...it,
    title: words.doneTitle,
    body: html`<p role="status">${words.doneHint(it.username)}</p>`,
  });
}
