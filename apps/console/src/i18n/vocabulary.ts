import {
  CHANNEL_WORDS,
  KIND_WORDS,
  ROLE_WORDS,
  SENDER_WORDS,
  type LocalizedText,
} from '@minh-bach/contracts/browser';

type Words<Code extends string> = Readonly<Record<Code, LocalizedText>>;

function messages<Group extends string, Code extends string>(
  group: Group,
  words: Words<Code>,
  language: keyof LocalizedText,
) {
  const said = Object.entries<LocalizedText>(words).map(([code, text]) => [
    `${group}.${code}`,
    text[language],
  ]);
  return Object.fromEntries(said) as Record<`${Group}.${Code}`, string>;
}

/** The words of the contracts, as messages: `kind.complaint`. */
export const inLanguage = (language: keyof LocalizedText) => ({
  ...messages('kind', KIND_WORDS, language),
  ...messages('channel', CHANNEL_WORDS, language),
  ...messages('sender', SENDER_WORDS, language),
  ...messages('role', ROLE_WORDS, language),
});
