import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allowed, broken } from './import-rules.fixtures.mjs';
import { emptyWorkspace, lint, write } from './workspace.mjs';

describe('lint holds that', () => {
  let folder;
  let found;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'minh-bach-test-lint-')));
    emptyWorkspace(folder);
    for (const { file, source } of Object.values(broken)) write(folder, file, source);
    for (const [file, source] of Object.entries(allowed)) write(folder, file, source);
    const results = lint(folder);
    found = new Map(
      results.map(({ filePath, messages }) => [relative(folder, filePath), messages]),
    );
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(broken))('%s', (_name, { file, rule, message }) => {
    expect(found.get(file)).toContainEqual(
      expect.objectContaining({
        ruleId: rule,
        severity: 2,
        message: expect.stringMatching(message),
      }),
    );
  });

  it.each(Object.keys(allowed))('%s is in order', (file) => {
    expect(found.get(file)).toEqual([]);
  });
});
