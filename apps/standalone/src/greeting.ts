import { DEMO_PASSWORD, demoPeople } from '@minh-bach/directory';
import type { Config } from './config.ts';
import type { Standalone } from './standalone.ts';

/** What is printed once everything runs: where to look, and who can sign in. */
export function greeting(config: Config, { url, firstAdministrator }: Standalone): string {
  const lines = ['', `  Minh Bạch  ${url}`, `  Dữ liệu / data: ${config.dataFolder}`, ''];
  if (firstAdministrator)
    lines.push(
      '  Quản trị viên đầu tiên mở liên kết này, một lần:',
      '  The first administrator opens this link, once:',
      `  ${firstAdministrator}`,
      '',
    );
  if (config.demo) {
    lines.push(`  Người dùng thử / demo people (mật khẩu / password: ${DEMO_PASSWORD}):`);
    for (const { id, name, unit, title } of demoPeople)
      lines.push(
        `    ${id.padEnd(7)} ${name.padEnd(18)} ${unit.padEnd(6)} ${title.vi} / ${title.en}`,
      );
    lines.push('');
  }
  return lines.join('\n');
}
