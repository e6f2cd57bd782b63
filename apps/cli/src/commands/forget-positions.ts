import { readFile } from 'node:fs/promises';
import { isDomainError } from '@minh-bach/kernel';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';

const usage = {
  vi: 'TỆP…: sau khi chuyển nhật ký (mb copy-log), để các tiến trình đọc lại nhật ký từ đầu; mỗi tệp chứa địa chỉ cơ sở dữ liệu của một tiến trình đã dừng',
  en: 'FILE…: after the log was moved (mb copy-log), lets processes read it from its beginning; each file holds the database address of one process, which is stopped',
};

const command: CliCommand = {
  usage,
  async run(args) {
    const parsed = readArgs(
      { args, allowPositionals: true },
      `mb forget-positions ${usage.vi}\nmb forget-positions ${usage.en}`,
      ({ positionals }) => positionals.length > 0,
    );
    if (parsed === undefined) return 2;
    const urls = await Promise.all(parsed.positionals.map((file) => readFile(file, 'utf8')));
    const { forgetPositions } = await import('@minh-bach/assembly');
    for (const [n, url] of urls.entries()) {
      try {
        const schemas = await forgetPositions(url.trim());
        console.log(`${parsed.positionals[n]}: ${schemas.join(', ')}`);
      } catch (error) {
        if (!isDomainError(error, 'PROCESS_RUNNING')) throw error;
        const { account } = error.details;
        console.error(
          `Tài khoản ${account} đang được dùng. Hãy dừng tiến trình đó rồi chạy lại.\n` +
            `The account ${account} is in use. Stop its process, then run this again.`,
        );
        return 1;
      }
    }
    return 0;
  },
};

export default command;
