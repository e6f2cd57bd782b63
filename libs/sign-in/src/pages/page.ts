import { html } from './html.ts';
import type { Html } from './html.ts';
import { WORDS } from './words.ts';
import type { Language, Words } from './words.ts';

export interface Page {
  readonly language: Language;
  /** Of the window and the first heading. Nothing personal. */
  readonly title: string;
  readonly body: Html;
  /** Where the provider is mounted, e.g. `/oidc`. */
  readonly base: string;
  /** Where the language switch leads; without one there is no switch (an answer to a form). */
  readonly here?: string;
}

/** A whole page, served with a policy that allows no script at all. */
export function page({ language, title, body, base, here }: Page): string {
  const words = WORDS[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const { markup } = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${words.product}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${base}/assets/sign-in.css" />
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header>
          <p class="product">${words.product}</p>
          ${here !== undefined && html`<a href="${here}${here.includes('?') ? '&' : '?'}lang=${other}" lang="${other}" hreflang="${other}">${words.language}</a>`}
        </header>
        <main id="main">
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>${words.motto}</footer>
      </body>
    </html>`;
  return markup;
}

/** What went wrong, on top of the form, read out at once, with a link to the field. */
export const errorSummary = (
  words: Words,
  message: string | undefined,
  field: string,
): Html | undefined =>
  message === undefined
    ? undefined
    : html`<div class="problem" role="alert" id="problem">
        <h2>${words.errorTitle}</h2>
        <p><a href="#${field}">${message}</a></p>
      </div>`;

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password';
  readonly autocomplete: string;
  readonly value?: string;
  /** In UTF-16 units, and browsers cut without a word: not for passwords. */
  readonly maxlength?: number;
  readonly invalid?: boolean;
  readonly autofocus?: boolean;
}

export function field(it: Field): Html {
  const described = [it.hint && `${it.name}-hint`, it.invalid && 'problem']
    .filter(Boolean)
    .join(' ');
  return html`<div class="field">
    <label for="${it.name}">${it.label}</label>
    ${it.hint && html`<p class="hint" id="${it.name}-hint">${it.hint}</p>`}
    <input
      id="${it.name}"
      name="${it.name}"
      type="${it.type ?? 'text'}"
      autocomplete="${it.autocomplete}"
      autocapitalize="none"
      spellcheck="false"
      ${it.maxlength !== undefined && html`maxlength="${it.maxlength}"`}
      required
      ${it.value !== undefined && html`value="${it.value}"`}
      ${described !== '' && html`aria-describedby="${described}"`}
      ${it.invalid && html`aria-invalid="true"`}
      ${it.autofocus && html`autofocus`}
    />
  </div>`;
}
