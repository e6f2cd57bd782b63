import { nameOf, type PdfDict, type PdfValue } from '../check/pdf-values.ts';
import type { PdfSource } from './pdf-source.ts';
import { uncleanable } from './uncleanable.ts';

const STATES = ['ViewState', 'PrintState', 'ExportState'];

/**
 * A copy has no layers (ISO 32000-1, 8.11): it shows all of them. So there is none where a reader
 * could show less, or other things on paper than on a screen.
 *
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function refuseHiddenLayers(source: PdfSource): void {
  const layers = valuesOf(source, source.root, 'OCProperties');
  const shows = (value: PdfValue): boolean =>
    value.kind === 'dict' && valuesOf(source, value, 'D').every((config) => allOn(source, config));
  if (!layers.every(shows)) throw uncleanable('pdf layers');
  if (layers.length > 0 && [...source.values()].some((value) => hides(source, value)))
    throw uncleanable('pdf layers');
}

function allOn(source: PdfSource, config: PdfValue): boolean {
  if (config.kind !== 'dict') return false;
  const isOn = valuesOf(source, config, 'BaseState').every((state) => nameOf(state) === 'ON');
  const switched = ['OFF', 'AS'].flatMap((key) => valuesOf(source, config, key));
  return isOn && switched.every((list) => list.kind === 'array' && list.items.length === 0);
}

/** A layer that is off by its use; or what shows by a rule, and not where its layers show. */
function hides(source: PdfSource, value: PdfValue): boolean {
  if (value.kind === 'array') return value.items.some((item) => hides(source, item));
  if (value.kind !== 'dict') return false;
  const isRule = valuesOf(source, value, 'Type').some((type) => nameOf(type) === 'OCMD');
  return value.entries.some(([key, entry]) => {
    const said = nameOf(source.resolve(entry));
    if (STATES.includes(key) && said !== 'ON') return true;
    if (isRule && (key === 'VE' || (key === 'P' && !['AnyOn', 'AllOn'].includes(said ?? ''))))
      return true;
    return hides(source, entry);
  });
}

/** All of a key that stands twice: readers differ in which counts. */
const valuesOf = (source: PdfSource, dict: PdfDict, wanted: string): PdfValue[] =>
  dict.entries
    .filter(([key]) => key === wanted)
    .map(([, value]) => source.resolve(value) ?? { kind: 'word', word: 'null' });
