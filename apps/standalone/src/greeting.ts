import { DEMO_PASSWORD, demoPeople } from '@minh-bach/directory';
import type { Config } from './config.ts';
import type { Standalone } from './standalone.ts';

/** What is printed once everything runs: where to look, and who can sign in. */
export function greeting(
  config: Config,
  { url, firstAdministrators, receiptCodes }: Standalone,
): string {
  const lines = ['', `  Minh Bạch  ${url}`, `  Dữ liệu / data: ${config.dataFolder}`, ''];
  if (firstAdministrators.length > 0)
    lines.push(
      '  Cần hai quản trị viên, là hai người khác nhau. Trao tận tay mỗi người một liên kết, dùng một lần, trong một giờ:',
      '  There must be two administrators, two different people. Hand each one a link; it works once, for an hour:',
      ...firstAdministrators.map(({ url, name }) => `  ${url}${name ? `  (${name})` : ''}`),
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
  if (receiptCodes.length > 0)
    lines.push(
      '  Mã tra cứu của vài đơn thử / receipt codes of some of the demo’s petitions:',
      ...receiptCodes.map((code) => `    ${code}`),
      '',
    );
  return lines.join('\n');
}
