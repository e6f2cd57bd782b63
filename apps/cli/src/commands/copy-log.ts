import { copyLog, type CopiedLog } from '@minh-bach/event-store';
import { readArgs } from '../answer.ts';
import { copiedText, printStop, refusalOf } from '../logs/copy-words.ts';
import { openLog, readAddress, refuseTwoClients, type OpenLog } from '../logs/open-log.ts';
import { told } from '../logs/progress-report.ts';
import type { CliCommand } from '../main.ts';

const usage = {
  vi: 'NGUỒN ĐÍCH [--json]: sao chép toàn bộ nhật ký sang nơi khác (địa chỉ, tệp chứa địa chỉ, hoặc thư mục dữ liệu) và chứng minh hai nhật ký giống nhau; bị ngắt thì chạy lại',
  en: 'FROM TO [--json]: copies a whole log to another place (an address, a file that holds one, or a data folder) and proves that both are the same; if interrupted, run it again',
};

export const copyLogCommand = (open: OpenLog): CliCommand => ({
  usage,
  async run(args) {
    const parsed = readArgs(
      { args, allowPositionals: true, options: { json: { type: 'boolean', default: false } } },
      `mb copy-log ${usage.vi}\nmb copy-log ${usage.en}`,
      ({ positionals }) => positionals.length === 2,
    );
    if (parsed === undefined) return 2;
    const [from = '', to = ''] = parsed.positionals;
    const { json } = parsed.values;
    try {
      const copied = await copy(open, [from, to], json);
      console.log(json ? JSON.stringify({ copied }) : copiedText(copied));
      return copied.sourceGrew ? 1 : 0;
    } catch (thrown) {
      return printStop(refusalOf(thrown), json);
    }
  },
});

async function copy(open: OpenLog, ends: [string, string], json: boolean): Promise<CopiedLog> {
  const [fromAddress, toAddress] = [await readAddress(ends[0]), await readAddress(ends[1])];
  refuseTwoClients([fromAddress, toAddress]);
  const from = await open(fromAddress, 'from');
  try {
    const to = await open(toAddress, 'to');
    try {
      return await told(json, (onProgress) => copyLog({ from, to, onProgress }));
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

export default copyLogCommand(openLog);
