import type { Messages } from './vi/index.ts';
import type { PortalMessages } from './vi/portal.ts';

export type Language = 'vi' | 'en';
export type MessageId = keyof Messages | keyof PortalMessages;
export type Values = Record<string, string | number>;

/** Says a message of one catalogue in one language. */
export type Speech = (id: MessageId, values?: Values) => string;

/** Vietnamese comes with the page, English when it is asked for. */
export interface Catalogue {
  readonly vi: Speech;
  readonly en: () => Promise<Speech>;
}
