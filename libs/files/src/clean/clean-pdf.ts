import { deflateSync } from 'node:zlib';
import { entryOf, nameOf, type PdfDict, type PdfRef, type PdfValue } from '../check/pdf-values.ts';
import { cleanContent } from './clean-content.ts';
import { KeptNames } from './kept-names.ts';
import { onlyEntryOf } from './only-entry.ts';
import { deviceColours, paletteOf } from './pdf-colours.ts';
import { isKept, isNameMap, keptString } from './pdf-kept-keys.ts';
import { refuseHiddenLayers } from './pdf-layers.ts';
import { hasLook } from './pdf-notes.ts';
import { PdfSource } from './pdf-source.ts';
import { PdfStreams } from './pdf-streams.ts';
import { unpacked } from './pdf-unpacked.ts';
import { PdfWriter } from './pdf-writer.ts';
import { uncleanable } from './uncleanable.ts';

/** Numbers and what else is written without brackets. */
const WORDS = /^(?:[+-]?[\d.]{1,32}|true|false|null)$/;
/** What has one of these is no map of names. */
const TELL: readonly string[] = ['Type', 'Subtype', 'ShadingType', 'PatternType', 'FunctionType'];
/** Of all that draws, unpacked: a scan has some hundred bytes a page, a drawing some MB. */
const MAX_CONTENT = 16 * 1024 * 1024;

/**
 * The pages of a PDF, written anew: only what is reachable from a page and takes part in showing it.
 * Earlier versions, information, metadata, ids and dates are not carried over, since nothing is that
 * is not on the list. What shows something is either kept as it is, or there is no copy.
 *
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function cleanPdf(bytes: Buffer): Buffer {
  return new Copy(new PdfSource(bytes)).whole();
}

class Copy {
  readonly #writer = new PdfWriter();
  /** New numbers, by the old ones with their generations. */
  readonly #numbers = new Map<string, number>();
  /** Content of pages that is written already, by the numbers of its parts. */
  readonly #contents = new Map<string, PdfValue>();
  #content = 0;
  /** What it was, its new number, and the key that leads there; written one after the other. */
  readonly #waiting: [PdfRef, number, string][] = [];
  readonly #streams: PdfStreams;
  readonly #names = new KeptNames();

  constructor(private readonly source: PdfSource) {
    const reference = (old: PdfRef, key: string) => this.#reference(old, key);
    this.#streams = new PdfStreams(source, reference);
  }

  whole(): Buffer {
    const pages = onlyEntryOf(this.source.root, 'Pages');
    if (pages?.kind !== 'ref') throw uncleanable('pdf without pages');
    refuseHiddenLayers(this.source);
    const root = this.#writer.reserve();
    const catalog: PdfDict = {
      kind: 'dict',
      entries: [
        ['Type', { kind: 'name', name: 'Catalog' }],
        ['Pages', this.#reference(pages, 'Pages')],
      ],
    };
    this.#writer.write(root, catalog);
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) this.#object(...next);
    this.#names.refuseOtherGlyphs();
    return this.#writer.end(root);
  }

  #reference(old: PdfRef, key: string): PdfValue {
    const name = `${old.number} ${old.generation}`;
    let number = this.#numbers.get(name);
    if (number === undefined) {
      this.#numbers.set(name, (number = this.#writer.reserve()));
      this.#waiting.push([old, number, key]);
    }
    return { kind: 'ref', number, generation: 0 };
  }

  #object(old: PdfRef, number: number, key: string): void {
    const object = this.source.object(old);
    const isStream = object?.data !== undefined;
    const value = (object && this.#kept(object.value, isStream ? 'stream' : key)) ?? NULL;
    if (object?.value.kind !== 'dict' || value.kind !== 'dict' || object.data === undefined)
      return this.#writer.write(number, value);
    const packed = this.source.data(object.value, object.data);
    if (this.#draws(object.value, key)) {
      const clear = this.#unpacked(object.value, packed);
      const kept = value.entries.filter(([name]) => !PACKING.includes(name));
      return this.#write(number, kept, cleanContent(clear, this.#names));
    }
    if (object.value.entries.some(([name]) => SHORT.includes(name)))
      throw uncleanable('pdf stream');
    const { entries, data } = this.#streams.clean(object.value, key, packed);
    const others = value.entries.filter(([name]) => !PACKING.includes(name));
    this.#writer.write(number, { kind: 'dict', entries: [...others, ...entries] }, data);
  }

  /** As one stream: between the parts of a page an operator may be parted from its operands. */
  #contentOf(value: PdfValue): PdfValue {
    const parts = this.source.resolve(value);
    const refs = parts?.kind === 'array' ? parts.items : [value];
    const key = refs
      .map((ref) => (ref.kind === 'ref' ? `${ref.number} ${ref.generation}` : ''))
      .join(' ');
    const known = this.#contents.get(key);
    if (known) return known;
    const clear = refs.flatMap((ref) => {
      const part = ref.kind === 'ref' ? this.source.object(ref) : undefined;
      if (part?.value.kind !== 'dict' || part.data === undefined) return [];
      return [this.#unpacked(part.value, this.source.data(part.value, part.data)), NEW_LINE];
    });
    const number = this.#writer.reserve();
    this.#write(number, [], cleanContent(Buffer.concat(clear), this.#names));
    const written: PdfValue = { kind: 'ref', number, generation: 0 };
    this.#contents.set(key, written);
    return written;
  }

  #unpacked(dict: PdfDict, packed: Buffer): Buffer {
    const clear = unpacked(this.source, dict, packed, MAX_CONTENT - this.#content);
    if ((this.#content += clear.length) > MAX_CONTENT) throw uncleanable('pdf pages too large');
    return clear;
  }

  #write(number: number, entries: PdfDict['entries'], content: Buffer): void {
    if (content.length < WORTH_PACKING)
      return this.#writer.write(number, { kind: 'dict', entries }, content);
    const packing = ['Filter', { kind: 'name', name: 'FlateDecode' }] as const;
    const dict: PdfDict = { kind: 'dict', entries: [...entries, packing] };
    this.#writer.write(number, dict, deflateSync(content));
  }

  /**
   * Whether a stream is drawn by operators (ISO 32000-1, 7.8.1): pages and what they show by name, but
   * no pictures, meshes and functions; patterns, glyphs and the looks of notes.
   */
  #draws(dict: PdfDict, key: string): boolean {
    const said = (name: string) => this.source.resolve(entryOf(dict, name));
    const shown = nameOf(said('Subtype'));
    if (shown === 'Form' || said('PatternType') !== undefined) return true;
    const isElse = ['ShadingType', 'FunctionType'].some((name) => said(name) !== undefined);
    return (key === 'named' || key === 'N') && shown !== 'Image' && !isElse;
  }

  /** Nothing where nothing is to be kept. */
  #kept(value: PdfValue, key: string): PdfValue | undefined {
    switch (value.kind) {
      case 'ref':
        return this.#reference(value, key);
      case 'string':
        return keptString(value, key);
      case 'array':
        return this.#array(value.items, key);
      case 'dict':
        return this.#dict(value, key);
      case 'name':
        return { kind: 'name', name: this.#names.of(value.name, key) };
      case 'word':
        // Left out, it would move the numbers behind it.
        if (value.word !== '' && !WORDS.test(value.word)) throw uncleanable('pdf number');
        return value.word === '' ? undefined : value;
    }
  }

  #array(items: readonly PdfValue[], key: string): PdfValue {
    const family = nameOf(this.source.resolve(items[0]));
    if (family === 'ICCBased') return deviceColours(this.source, items[1]);
    if (family === 'Indexed') {
      const space = items.slice(0, 3).flatMap((item) => this.#kept(item, key) ?? []);
      return { kind: 'array', items: [...space, paletteOf(this.source, items)] };
    }
    return { kind: 'array', items: items.flatMap((item) => this.#kept(item, key) ?? []) };
  }

  #dict(dict: PdfDict, parent: string): PdfDict | undefined {
    const isNote = entryOf(dict, 'Rect') !== undefined;
    if (isNote && !hasLook(this.source, dict)) return undefined;
    const tells = ([key, value]: PdfDict['entries'][number]) =>
      TELL.includes(key) && ['name', 'word'].includes(this.source.resolve(value)?.kind ?? 'word');
    const seen = new Set<string>();
    const isMap = isNameMap(parent) && !dict.entries.some(tells);
    return {
      kind: 'dict',
      entries: dict.entries.flatMap(([key, value]) => {
        if (!isMap && !isKept(key)) return [];
        // Readers differ in which of two counts.
        if (seen.has(key)) throw uncleanable('pdf key twice');
        seen.add(key);
        if (!isMap && key === 'Contents') return [[key, this.#contentOf(value)] as const];
        if (isNote && key === 'Subtype') return [[key, { kind: 'name', name: 'Stamp' }] as const];
        const kept = this.#kept(value, isMap ? 'named' : key);
        const name = isMap ? this.#names.ofEntry(key, parent) : key;
        return kept ? [[name, kept] as const] : [];
      }),
    };
  }
}

const NULL: PdfValue = { kind: 'word', word: 'null' };
const NEW_LINE = Buffer.from('\n');
const WORTH_PACKING = 1_000;
/** What some readers also take for the names of what describes a picture; others do not. */
const SHORT = ['H', 'BPC', 'IM', 'DP'];
const PACKING = ['Filter', 'DecodeParms', 'DP'];
