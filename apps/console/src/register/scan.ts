import type { Problem } from '../api/problem.ts';
import type { FileAnswer } from '../api/types.ts';
import { refusal } from '../forms/file-refusals.ts';
import type { Language, Say } from '../i18n/language.tsx';
import type { MessageId } from '../i18n/catalogue.ts';

/** The scan of a paper on its way. What is refused stays until it is replaced or taken away. */
export type Scan =
  | { readonly state: 'none' }
  | { readonly state: 'sending'; readonly share: number }
  | { readonly state: 'ready'; readonly answer: FileAnswer; readonly name: string }
  | { readonly state: 'refused'; readonly why: MessageId | Problem };

/** Why the paper cannot be recorded with this scan: nobody should believe that it went along. */
export function scanError(scan: Scan, say: Say, language: Language): string | undefined {
  if (scan.state === 'sending') return say('register.scanWait');
  return scan.state === 'refused' ? refusal(scan.why, say, language) : undefined;
}
