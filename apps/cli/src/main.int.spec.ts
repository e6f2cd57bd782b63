import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { whenBuilt } from '@minh-bach/testing';

beforeAll(whenBuilt, 180_000);

const run = (program: string, args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, program), ...args], { encoding: 'utf8' });
const mb = (...args: string[]) => run('../dist/main.js', args);

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

  it('runs from the sources of a checkout, too', () => {
    expect(run('../bin/mb.js', ['--help'])).toMatchObject({
      status: 0,
      stdout: mb('--help').stdout,
    });
  });

  it('says how each command is used', () => {
    for (const name of commands) {
      const { status, stdout, stderr } = mb(name, '--help');
      expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: '' });
      expect(stdout.match(new RegExp(`^mb ${name} `, 'gm'))).toHaveLength(2);
    }
  });

  it.each([
    [['history', 'D26-48301725-4'], 'gõ nhầm', 'mistyped'],
    [['history', 'D26/48301725'], 'dạng đúng', 'look like'],
    [['history', 'D26-48301725-1', '--as-of', '25/11/2024'], 'viết ngày dạng', 'write a day as'],
    [['history', 'D26-48301725-1', '--lan', 'en'], 'Không có tùy chọn --lan', 'no option --lan'],
    [['login', '--url', 'localhost:3911'], 'bắt đầu bằng https://', 'begins with https://'],
    [['login', '--url', 'javascript:alert(1)'], 'bắt đầu bằng', 'begins with'],
    [['login', '--url', 'file:///etc/passwd'], 'bắt đầu bằng', 'begins with'],
    [['login', '--url', 'here'], 'bắt đầu bằng', 'begins with'],
    [['login', '--issuer', 'localhost:3911'], 'bắt đầu bằng', 'begins with'],
    [['login', 'here'], 'Thừa “here”', 'too much'],
  ])('says what is wrong with %j in both languages, asking nobody', (args, vi, en) => {
    const { status, stderr } = mb(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(vi);
    expect(stderr).toContain(en);
  });

  it('refuses a command it does not know, and does not take a name for a path', () => {
    for (const name of ['no-such-command', '../main', 'rebuild.unit.spec']) {
      const { status, stdout, stderr } = mb(name);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(`unknown command: ${name}`);
    }
  });
});
