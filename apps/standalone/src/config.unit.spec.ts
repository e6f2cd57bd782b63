import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe("the demo's petitions", () => {
  it('are made in demo mode alone, where they are not declined', () => {
    expect(readConfig([], {}).demoOffice).toBe(true);
    expect(readConfig([], { MB_MODE: 'demo' }).demoOffice).toBe(true);
    expect(readConfig(['--empty'], {}).demoOffice).toBe(false);
  });

  it.each([
    [[], { MB_MODE: 'test' }],
    [['--no-demo'], {}],
    [['--no-demo'], { MB_MODE: 'demo' }],
    [['--no-demo'], { MB_MODE: 'production' }],
    [['--no-demo', '--empty'], { MB_MODE: 'production' }],
  ])('are never made with %j %j', (args, env) => {
    expect(readConfig(args, env).demoOffice).toBe(false);
  });
});
