import { readFile } from 'node:fs/promises';
import { explainStartFailure } from '@minh-bach/embedded-postgres';
import { isDomainError } from '@minh-bach/kernel';
import { readArgs } from '../answer.ts';
import { forgetInFolder, isDataFolder } from '../logs/data-folder.ts';
import type { CliCommand } from '../main.ts';

const usage = {
  vi: 'TỆP…: sau khi chuyển nhật ký (mb copy-log), để các tiến trình đọc lại nhật ký từ đầu; mỗi tệp chứa địa chỉ cơ sở dữ liệu của một tiến trình đã dừng, hoặc là thư mục dữ liệu của npm start',
  en: 'FILE…: after the log was moved (mb copy-log), lets processes read it from its beginning; each file holds the database address of one process, which is stopped, or is a data folder of npm start',
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
    const { forgetPositions } = await import('@minh-bach/assembly');
    for (const path of parsed.positionals) {
      try {
        const schemas = isDataFolder(path)
          ? await forgetInFolder(path, forgetPositions)
          : await forgetPositions((await readFile(path, 'utf8')).trim());
        console.log(`${path}: ${schemas.join(', ')}`);
      } catch (error) {
        const known = explainStartFailure(error);
        if (known !== undefined) {
          console.error(known);
          return 1;
        }
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
