import {
  PURPOSE_WORDS,
  change,
  words,
  type LocalizedText,
  type StoredEvent,
} from '@minh-bach/contracts';
import { identityDisclosed } from '@minh-bach/vault';

const FIELD_WORDS: Readonly<Record<string, LocalizedText>> = {
  '/sender': words('họ tên, địa chỉ, liên hệ', 'name, address, contact'),
  '/statement': words('lời tố cáo', 'the statement'),
  '/summary': words('nội dung đơn', 'the content'),
  '/file/name': words('tên tệp', 'file name'),
  '/file/key': words('bản quét gốc', 'original scan'),
};

/** What an identity was opened for; a purpose that is no longer there is told by its code. */
export const purposeInWords = (code: string): LocalizedText =>
  new Map<string, LocalizedText>(Object.entries(PURPOSE_WORDS)).get(code) ?? words(code, code);

/** The vault says what stands in it; here it is told. */
export const disclosureTold: StoredEvent<'IdentityDisclosed', typeof identityDisclosed.schema> = {
  ...identityDisclosed,
  meaning: {
    history: (data) => {
      const purpose = purposeInWords(data.purpose);
      const fields = data.fields.map(({ path }) => FIELD_WORDS[path] ?? words(path, path));
      return {
        summary: words(
          `Đã mở thông tin danh tính để ${purpose.vi}.`,
          `Identity was opened ${purpose.en}.`,
        ),
        changes: [
          change(
            'Thông tin đã mở',
            'What was opened',
            words(fields.map(({ vi }) => vi).join('; '), fields.map(({ en }) => en).join('; ')),
          ),
        ],
      };
    },
  },
};
