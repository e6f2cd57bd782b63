// Writes docs/vocabulary.md from the contracts; with `--check` it only says whether the page is true.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import '../../swc-source.mjs';

const page = new URL('../../docs/vocabulary.md', import.meta.url);

// Loaded late: by then the sources in TypeScript can be.
const contracts = await import('@minh-bach/contracts');

const cell = (text) => text.replaceAll('|', '\\|');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');

const codes = (words) =>
  table(
    ['code', 'tiếng Việt', 'English'],
    Object.entries(words).map(([code, { vi, en }]) => [`\`${code}\``, vi, en]),
  );

const commands = (list) =>
  table(
    ['command', 'tiếng Việt', 'English', 'right'],
    list.map(({ name, summary: { vi, en }, action }) => [`\`${name}\``, vi, en, `\`${action}\``]),
  );

const problems = contracts.PROBLEMS.flatMap((part) => Object.entries(part)).sort(
  ([one], [other]) => (one < other ? -1 : 1),
);

const services = [...new Set(contracts.COMMANDS.map(contracts.serviceOf))];
const commandsByService = services.map((service) => {
  const own = contracts.COMMANDS.filter((command) => contracts.serviceOf(command) === service);
  return `### ${service}\n\n${commands(own)}`;
});

const text = `# Vocabulary · Từ vựng

Made from the code by \`npm run docs\`: the words that pages, histories, errors and \`mb\` show. What they mean is told in the [glossary](glossary.md).

## Kinds · Loại đơn

${codes(contracts.KIND_WORDS)}

## Ways in · Hình thức gửi đơn

${codes(contracts.CHANNEL_WORDS)}

## Senders · Người gửi

${codes(contracts.SENDER_WORDS)}

## Forwarders · Nơi chuyển đơn

${codes(contracts.FORWARDER_WORDS)}

## States, as the sender is told · Tình trạng

${codes(contracts.PETITION_STATE_WORDS)}

## Conclusions · Kết luận

${codes(contracts.CONCLUSION_WORDS)}

## Sending · Cách gửi

${codes(contracts.SENDING_WORDS)}

## Addressees of a decision · Nơi nhận quyết định

${codes(contracts.ADDRESSEE_WORDS)}

## Roles · Vai trò

${codes(contracts.ROLE_WORDS)}

## Commands · Lệnh

${commandsByService.join('\n\n')}

## Errors · Lỗi

${table(
  ['code', 'status', 'tiếng Việt', 'English'],
  problems.map(([code, { status, title }]) => [`\`${code}\``, String(status), title.vi, title.en]),
)}
`;

const made = await format(text, { ...(await resolveConfig(page)), parser: 'markdown' });
if (!process.argv.includes('--check')) writeFileSync(page, made);
else if (readFileSync(page, 'utf8') !== made) {
  console.error('docs/vocabulary.md is not what the code says: npm run docs');
  process.exitCode = 1;
}
