import type { IncomingMessage } from 'node:http';
import type { Language } from './words.ts';

const COOKIE = 'mb_lang';

/** Asked for in the address, chosen before, asked for by the client; else Vietnamese. */
export function languageOf(request: IncomingMessage, uiLocales?: unknown): Language {
  const { searchParams } = new URL(request.url ?? '/', 'http://_');
  const cookie = new RegExp(`(?:^|; )${COOKIE}=(vi|en)(?:;|$)`).exec(
    request.headers.cookie ?? '',
  )?.[1];
  const client = typeof uiLocales === 'string' ? uiLocales.slice(0, 2) : undefined;
  const wanted = searchParams.get('lang') ?? cookie ?? client;
  return wanted === 'en' ? 'en' : 'vi';
}

/** Keeps a choice made by the switch for the pages that follow; it is no secret. */
export function languageCookie(request: IncomingMessage, path: string): string | undefined {
  const chosen = new URL(request.url ?? '/', 'http://_').searchParams.get('lang');
  if (chosen !== 'vi' && chosen !== 'en') return undefined;
  return `${COOKIE}=${chosen}; Path=${path}; HttpOnly; SameSite=Lax`;
}
