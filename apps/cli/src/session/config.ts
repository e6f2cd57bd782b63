import { homedir } from 'node:os';
import { join } from 'node:path';

const home = () =>
  process.platform === 'win32'
    ? (process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'))
    : process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');

/** Where `mb` keeps its sign-in; `MB_CONFIG_DIR` says otherwise. */
export const sessionFolder = (): string =>
  process.env['MB_CONFIG_DIR'] || join(home(), 'minh-bach');
