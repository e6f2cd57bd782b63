import type { LocalizedText } from '../../api/types.ts';

/** A statement for visitors, with the article that it stands on; without one it is no law. */
export interface Line extends LocalizedText {
  readonly law?: string;
}
