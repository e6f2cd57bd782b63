import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const mb = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../bin/mb.js'), ...args], {
    encoding: 'utf8',
  });

const commands = readdirSync(join(import.meta.dirname, 'commands'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

describe('mb', () => {
  it('lists every command, in Vietnamese and English', () => {
    const { status, stdout } = mb('--help');
    expect(status).toBe(0);
    expect(stdout.match(/^ {2}mb ([a-z-]+)/gm)?.map((line) => line.slice(5))).toEqual(
      commands.sort(),
    );
  });

  it('refuses a command it does not know, and does not take a name for a path', () => {
    for (const name of ['no-such-command', '../main', 'rebuild.unit.spec']) {
      const { status, stdout, stderr } = mb(name);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(`unknown command: ${name}`);
    }
  });
});
