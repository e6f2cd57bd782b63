import { ALARMING_SERVICES, alarmsSchema, type Alarms } from '@minh-bach/contracts';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';
import { callApi } from '../session/api.ts';
import { explained } from '../session/explain.ts';
import { readPages } from '../session/pages.ts';
import { moment } from '../session/timeline.ts';

const usage = {
  vi: '[--json] [--lang en]: cảnh báo an ninh, mới nhất trước (kiểm tra nội bộ, quản trị viên)',
  en: '[--json] [--lang en]: security alarms, the newest first (auditors, administrators)',
};

const WORDS = {
  vi: {
    none: 'Chưa có cảnh báo nào.',
    'several-powers': 'nhiều quyền dồn vào một người',
    'new-account-opened-identity': 'tài khoản lần đầu mở danh tính',
    'last-of-duty-ended': 'người cuối cùng giữ nhiệm vụ ở đơn vị đã thôi giữ',
    'many-called-denunciations': 'một người xác định nhiều đơn là tố cáo trong một ngày',
    'unit-moved': 'đơn vị được chuyển sang trực thuộc đơn vị khác',
    'nobody-handles': 'có đơn tố cáo mà không còn ai được xử lý; cần bố trí người',
    'many-registered': 'một người đăng ký rất nhiều đơn trong một ngày',
    'many-declined-corrections':
      'một người từ chối nhiều đề nghị đính chính ngày nhận của người khác trong một ngày',
    'many-merged': 'một người nhập trùng nhiều đơn trong một ngày',
    by: 'người xác nhận:',
  },
  en: {
    none: 'There are no alarms.',
    'several-powers': 'several powers in one hand',
    'new-account-opened-identity': 'an account opened identities for the first time',
    'last-of-duty-ended': 'the last person with a duty in a unit has lost it',
    'many-called-denunciations': 'one person called many petitions denunciations in a day',
    'unit-moved': 'a unit was put under another one',
    'nobody-handles': 'nobody is left who may handle a denunciation; name somebody',
    'many-registered': 'one person registered very many petitions in a day',
    'many-declined-corrections':
      'one person declined many corrections of receipt dates that others proposed in a day',
    'many-merged': 'one person merged many petitions in a day',
    by: 'confirmed by',
  },
} as const;

type Alarm = Alarms['items'][number];

export const alarmsCommand = (call: typeof callApi): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      {
        args,
        options: {
          json: { type: 'boolean', default: false },
          lang: { type: 'string', default: 'vi' },
        },
      },
      `mb alarms ${usage.vi}\nmb alarms ${usage.en}`,
      () => true,
    );
    if (parsed === undefined) return 2;
    const { json, lang } = parsed.values;
    return explained(async () => {
      const alarms: Alarm[] = [];
      for (const service of ALARMING_SERVICES) {
        const raised = await readPages(call, `/api/${service}/alarms?limit=50`, alarmsSchema);
        if (raised === undefined) return 1;
        alarms.push(...raised);
      }
      alarms.sort((a, b) => b.at.localeCompare(a.at));
      const words = WORDS[lang === 'en' ? 'en' : 'vi'];
      const text = alarms.map((alarm) => lineOf(alarm, words)).join('\n') || words.none;
      console.log(json ? JSON.stringify(alarms, null, 2) : text);
      return 0;
    });
  },
});

function lineOf(
  { alarm, person, by, at, roles, unit }: Alarm,
  words: (typeof WORDS)['vi' | 'en'],
): string {
  const more = [
    ...(roles.length === 0 ? [] : [roles.join(', ')]),
    ...(unit === null ? [] : [unit.id]),
    ...(by === null || by.id === person?.id ? [] : [`${words.by} ${by.name}`]),
  ];
  const who = person === null ? '' : `${person.name}: `;
  return `${moment(at)}  ${who}${[words[alarm], ...more].join('; ')}`;
}

export default alarmsCommand(callApi);
