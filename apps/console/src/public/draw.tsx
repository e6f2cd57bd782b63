import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { LocalizedText } from '../api/types.ts';
import type { Language, MessageId } from '../i18n/catalogue.ts';
import { plainSpeech } from '../i18n/public-catalogue.ts';
import { en } from '../i18n/en/portal.ts';
import { vi } from '../i18n/vi/portal.ts';
import { ADDRESSES, fileOf, LANGUAGES } from './addresses.ts';
import type { PageName } from './addresses.ts';
import { AboutPage } from './about-page.tsx';
import { COMPLAINT, DENUNCIATION, MANDATE, WITHDRAWAL } from './content/papers.ts';
import type { PaperForm } from './content/papers.ts';
import { COMPLAINT_QUESTIONS, DENUNCIATION_QUESTIONS } from './content/questions.ts';
import { FiguresPage } from './figures-page.tsx';
import { ComplaintForm, DenunciationForm, MandateForm, WithdrawalForm } from './form-page.tsx';
import { FormsPage } from './forms-page.tsx';
import { HomePage } from './home-page.tsx';
import { HotlinePage } from './hotline-page.tsx';
import { LimitsPage } from './limits-page.tsx';
import { isComplete, normalise } from './receipt-code.ts';
import { PublishedPage } from './published-page.tsx';
import { ReceptionPage } from './reception-page.tsx';
import { RightsPage } from './rights-page.tsx';
import { SendPage } from './send-page.tsx';
import { Site } from './site.tsx';
import { TrackPage } from './track-page.tsx';
import { TroublePage } from './trouble-page.tsx';
import { UnknownPage } from './unknown-page.tsx';
import { WritePage } from './write-page.tsx';

interface Drawn {
  /** `answer` is what the gateway found out, for pages that answer their address. */
  readonly Page: ComponentType<{ answer?: never }>;
  readonly title: MessageId;
  readonly description: MessageId | LocalizedText;
  /** Below this folder; pages without one are complete as they stand. */
  readonly script?: string;
}

const page = (
  name:
    | 'limits'
    | 'hotline'
    | 'rights'
    | 'reception'
    | 'forms'
    | 'send'
    | 'published'
    | 'figures'
    | 'about',
  Page: Drawn['Page'],
): Drawn => ({ Page, title: `${name}.title`, description: `${name}.description` });

const form = (Page: Drawn['Page'], title: MessageId, { basis }: PaperForm): Drawn => ({
  ...{ Page, title, description: basis, script: 'print.ts' },
});

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
  send: page('send', SendPage),
  complaint: {
    Page: () => <WritePage composition={COMPLAINT_QUESTIONS} />,
    title: 'write.complaint',
    description: 'write.complaintDescription',
    script: 'write-complaint.tsx',
  },
  denunciation: {
    Page: () => <WritePage composition={DENUNCIATION_QUESTIONS} />,
    title: 'write.denunciation',
    description: 'write.denunciationDescription',
    script: 'write-denunciation.tsx',
  },
  hotline: page('hotline', HotlinePage),
  limits: page('limits', LimitsPage),
  rights: page('rights', RightsPage),
  reception: page('reception', ReceptionPage),
  forms: page('forms', FormsPage),
  formComplaint: form(ComplaintForm, 'forms.complaint', COMPLAINT),
  formMandate: form(MandateForm, 'forms.mandate', MANDATE),
  formDenunciation: form(DenunciationForm, 'forms.denunciation', DENUNCIATION),
  formWithdrawal: form(WithdrawalForm, 'forms.withdrawal', WITHDRAWAL),
  published: page('published', PublishedPage),
  figures: page('figures', FiguresPage),
  about: page('about', AboutPage),
  unknown: { Page: UnknownPage, title: 'unknown.title', description: 'unknown.lead' },
  trouble: { Page: TroublePage, title: 'trouble.title', description: 'trouble.lead' },
};

/** A receipt code as it was meant; undefined where it is none. */
export const codeOf = (typed: string): string | undefined =>
  isComplete(typed) ? normalise(typed) : undefined;

const SPEECH = { vi: plainSpeech(vi), en: plainSpeech(en) };

/**
 * A page as HTML, for what stands inside of the document's `#root`.
 *
 * @param answer what a page that answers its address is to tell
 * @param query of that address, for the link to the other language
 */
export function draw(
  name: PageName,
  language: Language,
  isTrial: boolean,
  answer?: unknown,
  query = '',
): string {
  const { Page } = PAGES[name];
  return renderToStaticMarkup(
    <Site page={name} {...{ language, isTrial, query }} speech={SPEECH[language]}>
      {answer === undefined ? <Page /> : <Page answer={answer as never} />}
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
      description: typeof description === 'string' ? say(description) : description[language],
    };
  }),
);
