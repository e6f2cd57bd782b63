import { CHANNEL_WORDS, KIND_WORDS, PETITION_STATE_WORDS } from '@minh-bach/contracts';
import {
  change,
  dayMonthYear,
  respondentChanges,
  type Both,
  type Described,
  type DescribeEvent,
} from '@minh-bach/platform';
import type { IdentityDisclosed } from '@minh-bach/vault';
import type { PetitionEvent } from './domain/petition.events.ts';
import { PURPOSE_WORDS } from './words.ts';

const FIELD_WORDS: Readonly<Record<string, Both>> = {
  '/sender': { vi: 'họ tên, địa chỉ, liên hệ', en: 'name, address, contact' },
  '/statement': { vi: 'lời tố cáo', en: 'the statement' },
  '/summary': { vi: 'nội dung đơn', en: 'the content' },
  '/file/name': { vi: 'tên tệp', en: 'file name' },
  '/file/key': { vi: 'bản quét gốc', en: 'original scan' },
};

const YES_NO = (yes: boolean): Both => (yes ? { vi: 'Có', en: 'Yes' } : { vi: 'Không', en: 'No' });

/** What there is, shown as closed. */
const closed: typeof change = (vi, en, value) => ({
  ...change(vi, en, null),
  ...(value === null ? {} : { closed: 'identity' }),
});

/** Intake's events in plain words. */
export const describeIntake: DescribeEvent = (recorded, names, isDenunciation): Described => {
  const { type, data } = recorded.event as PetitionEvent | IdentityDisclosed;
  switch (type) {
    case 'PetitionRegistered': {
      const kind = KIND_WORDS[data.declaredKind];
      const on = dayMonthYear(data.receivedOn);
      const said = isDenunciation ? closed : change;
      return {
        summary: {
          vi: `Tiếp nhận đơn (${kind.vi.toLowerCase()}), ngày nhận ${on}.`,
          en: `Petition received (${kind.en.toLowerCase()}), on ${on}.`,
        },
        changes: [
          change('Đơn vị tiếp nhận', 'Received by', names.unit(data.unit)),
          change('Hình thức gửi đơn', 'Channel', CHANNEL_WORDS[data.channel]),
          change('Người gửi', 'Sender', data.sender),
          change(
            'Ngày ghi trên đơn',
            'Date on the paper',
            data.datedOn && dayMonthYear(data.datedOn),
          ),
          change('Có chữ ký hoặc điểm chỉ', 'Signed', YES_NO(data.signed)),
          ...respondentChanges(data, names),
          said('Trích yếu', 'Gist', data.gist),
          said('Nội dung', 'Content', data.summary ?? data.statement),
          change(
            'Bản quét',
            'Scan',
            data.file && `${data.file.type}, ${data.file.size} byte, SHA-256 ${data.file.sha256}`,
          ),
        ],
        state: PETITION_STATE_WORDS.received,
      };
    }
    case 'ProgressNoted': {
      const state = PETITION_STATE_WORDS[data.state];
      return {
        summary: {
          vi: `Cập nhật tình trạng cho người gửi đơn: ${state.vi.toLowerCase()}.`,
          en: `Status shown to the sender: ${state.en.toLowerCase()}.`,
        },
        changes: data.case === null ? [] : [change('Vụ việc', 'Case', data.case)],
        state,
      };
    }
    case 'IdentityDisclosed': {
      const purpose = PURPOSE_WORDS[data.purpose] ?? { vi: data.purpose, en: data.purpose };
      const fields = data.fields.map(({ path }) => FIELD_WORDS[path] ?? { vi: path, en: path });
      return {
        summary: {
          vi: `Đã mở thông tin danh tính để ${purpose.vi}.`,
          en: `Identity was opened ${purpose.en}.`,
        },
        changes: [
          change('Thông tin đã mở', 'What was opened', {
            vi: fields.map((f) => f.vi).join('; '),
            en: fields.map((f) => f.en).join('; '),
          }),
        ],
      };
    }
  }
};
