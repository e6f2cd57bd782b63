import { readFile } from 'node:fs/promises';
import { readArgs } from '../answer.ts';
import type { CliCommand } from '../main.ts';

const usage = {
  vi: '--secrets GỐC --into THƯ-MỤC [--database-url-file TỆP]: trước khi chạy tách dịch vụ, chia bí mật cho từng tiến trình và quyền cho từng tài khoản cơ sở dữ liệu; chạy lại sau mỗi lần cập nhật',
  en: '--secrets FROM --into FOLDER [--database-url-file FILE]: before services run apart, gives each process its secrets and each database account its rights; again after every update',
};

const command: CliCommand = {
  usage,
  async run(args) {
    const parsed = readArgs(
      {
        args,
        options: {
          secrets: { type: 'string' },
          into: { type: 'string' },
          'database-url-file': { type: 'string' },
        },
      },
      `mb prepare ${usage.vi}\nmb prepare ${usage.en}`,
      ({ values: { secrets, into } }) => secrets !== undefined && into !== undefined,
    );
    const { secrets, into, 'database-url-file': file } = parsed?.values ?? {};
    if (secrets === undefined || into === undefined) return 2;
    const { checkDatabase, prepareDatabase, prepareSecrets } = await import('@minh-bach/assembly');
    const ownerUrl = file === undefined ? undefined : (await readFile(file, 'utf8')).trim();
    // All is looked at before anything is written.
    if (ownerUrl !== undefined) await checkDatabase(ownerUrl, secrets);
    const masterKey = await prepareSecrets(secrets, into);
    if (ownerUrl !== undefined) await prepareDatabase(ownerUrl, { masterKey });
    console.log('Đã chuẩn bị xong. / Prepared.');
    return 0;
  },
};

export default command;
