import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ServerDouble } from './server.fixture.ts';

const recordings = new URL('../recordings/', import.meta.url);

describe.each(['23.10.6', '24.6.0'] as const)('the double of EventStoreDB %s', (version) => {
  it('answers the real client as the real server did, step for step', async () => {
    const double = await ServerDouble.start({ version });
    try {
      const transcript = fileURLToPath(new URL('transcript.mjs', recordings));
      const { stdout } = await promisify(execFile)(process.execPath, [transcript, double.url]);
      const recorded = readFileSync(new URL(`answers-${version}.json`, recordings), 'utf8');
      expect(JSON.parse(stdout)).toEqual(JSON.parse(recorded));
    } finally {
      double.stop();
    }
  });
});
