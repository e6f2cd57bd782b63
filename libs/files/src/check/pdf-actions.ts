import { active } from './file-errors.ts';
import type { PdfObject } from './pdf-objects.ts';
import { entryOf, nameOf, type PdfDict, type PdfValue } from './pdf-values.ts';

/** Names too short to be looked for in compressed data, where chance makes them. */
const ACTING_KEYS = ['AA', 'JS', 'XFA'];
/** Of links that wait for a click: anything but these would open a file or a program. */
const PLAIN_URI = /^\((?:https?:|mailto:|tel:|www\.|#)/i;

/**
 * Looks at every object for what acts by its place rather than by its name alone: what runs when
 * the document or a page opens, and files elsewhere that a reader would fetch.
 */
export class Actions {
  readonly #opened: PdfValue[] = [];
  /** Of an object's number: whether each of its versions only leads to a page. */
  readonly #leads = new Map<number, boolean>();
  #unnumbered = false;

  /** @throws DomainError `FILE_ACTIVE_CONTENT` */
  lookAt({ number, value, data }: PdfObject): void {
    const leads = onlyLeads(value);
    if (number === undefined) this.#unnumbered ||= value.kind === 'dict' && !leads;
    else this.#leads.set(number, leads && (this.#leads.get(number) ?? true));
    if (value.kind === 'dict' && data !== undefined && entryOf(value, 'F'))
      throw active('stream from elsewhere');
    this.#lookInto(value);
  }

  /** Once all objects were seen. @throws DomainError `FILE_ACTIVE_CONTENT` */
  finish(): void {
    for (const value of this.#opened) {
      const leads =
        value.kind === 'ref'
          ? !this.#unnumbered && this.#leads.get(value.number) === true
          : onlyLeads(value);
      if (!leads) throw active('OpenAction');
    }
  }

  #lookInto(value: PdfValue): void {
    if (value.kind === 'array') for (const item of value.items) this.#lookInto(item);
    if (value.kind !== 'dict') return;
    for (const [key, entry] of value.entries) {
      if (ACTING_KEYS.includes(key)) throw active(key);
      if (key === 'OpenAction') this.#opened.push(entry);
      if (key === 'F' && isFile(entry)) throw active('file elsewhere');
      if (key === 'URI' && entry.kind === 'string' && !PLAIN_URI.test(entry.raw.toString('latin1')))
        throw active('URI');
      this.#lookInto(entry);
    }
  }
}

/** Flags and filters stand under the same key, as numbers and names. */
const isFile = ({ kind }: PdfValue): boolean => kind === 'string' || kind === 'dict';

function onlyLeads(value: PdfValue): boolean {
  if (value.kind === 'dict') return isGoTo(value);
  // A destination: an array, or its name.
  return value.kind !== 'ref';
}

/** ISO 32000-1, 12.6.4.2, and nothing after it. */
function isGoTo(dict: PdfDict): boolean {
  const kinds = dict.entries.filter(([key]) => key === 'S');
  return (
    kinds.length === 1 && nameOf(kinds[0]![1]) === 'GoTo' && entryOf(dict, 'Next') === undefined
  );
}
