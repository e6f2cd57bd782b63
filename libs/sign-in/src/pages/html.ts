/** Markup that is safe as it stands. */
export class Html {
  constructor(readonly markup: string) {}
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** NUL has no place in a page, not even escaped: it becomes the sign for what cannot be shown. */
export const escape = (text: string): string =>
  text.replaceAll('\0', '\ufffd').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

type Part = string | number | Html | undefined | false;

/** A template whose values are escaped, unless they are markup themselves; `undefined` is nothing. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  const filled = values.map((value) => {
    if (value === undefined || value === false) return '';
    return value instanceof Html ? value.markup : escape(String(value));
  });
  return new Html(strings.reduce((out, part, index) => out + (filled[index - 1] ?? '') + part));
}
