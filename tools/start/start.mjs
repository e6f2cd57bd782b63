import module from 'node:module';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../setup/build.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { goesOnUnderPinnedNode } from '../setup/pinned-node.mjs';
import { compileCache, root } from '../setup/root.mjs';

const help = `Minh Bạch

  npm start                      cài đặt, dựng và chạy tất cả / installs, builds and runs everything
  npm start -- --port N          cổng / the port
  npm start -- --data DIR        thư mục dữ liệu / the data folder
  npm start -- --empty           có người dùng thử, không có đơn thử / demo people, no petitions
  npm start -- --no-demo         không có người và dữ liệu mẫu / without demo people and data
  npm start -- --help            phần này / this`;

/**
 * Installs and builds what is stale, then becomes the product: the same process, so that signals
 * and the exit code are the product's own. The first start, under another Node, has it as its child.
 */
export async function start(args) {
  if (args.includes('--help') || args.includes('-h')) return console.log(help);
  if (!ensureInstalled()) return (process.exitCode = 1);
  if (goesOnUnderPinnedNode()) return;
  if (!ensureBuilt()) return (process.exitCode = 1);

  const main = `${root}/apps/standalone/dist/main.js`;
  process.argv = [process.execPath, main, ...args];
  process.setSourceMapsEnabled(true);
  module.enableCompileCache(compileCache);
  await import(pathToFileURL(main).href);
}
