import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language, MessageId } from '../i18n/catalogue.ts';
import { plainSpeech } from '../i18n/public-catalogue.ts';
import { en } from '../i18n/en/portal.ts';
import { vi } from '../i18n/vi/portal.ts';
import { ADDRESSES, fileOf, LANGUAGES } from './addresses.ts';
import type { PageName } from './addresses.ts';
import { HomePage } from './home-page.tsx';
import { Site } from './site.tsx';
import { TrackPage } from './track-page.tsx';
import { UnknownPage } from './unknown-page.tsx';

interface Drawn {
  readonly Page: ComponentType;
  readonly title: MessageId;
  readonly description: MessageId;
  /** Below this folder; pages without one are complete as they stand. */
  readonly script?: string;
}

const PAGES: Readonly<Record<PageName, Drawn>> = {
  home: {
    Page: HomePage,
    title: 'home.tab',
    description: 'home.description',
    script: 'home.tsx',
  },
  track: {
    Page: TrackPage,
    title: 'track.title',
    description: 'track.description',
    script: 'track.tsx',
  },
  unknown: { Page: UnknownPage, title: 'unknown.title', description: 'unknown.lead' },
};

const SPEECH = { vi: plainSpeech(vi), en: plainSpeech(en) };

/** A page as HTML, for what stands inside of the document's `#root`. */
export function draw(page: PageName, language: Language, isTrial: boolean): string {
  const { Page } = PAGES[page];
  return renderToStaticMarkup(
    <Site {...{ page, language, isTrial }} speech={SPEECH[language]}>
      <Page />
    </Site>,
  );
}

export interface PublicDocument {
  readonly file: string;
  readonly page: PageName;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly script: string | undefined;
  readonly addresses: Readonly<Record<Language, string>>;
}

/** All documents, each page in each language. */
export const documents: readonly PublicDocument[] = LANGUAGES.flatMap((language) =>
  Object.entries(ADDRESSES).map(([name, addresses]) => {
    const page = name as PageName;
    const say = SPEECH[language];
    const { title, description, script } = PAGES[page];
    return {
      ...{ page, language, addresses, script },
      file: fileOf(addresses[language]),
      title: say('page.title', { page: say(title) }),
      description: say(description),
    };
  }),
);
