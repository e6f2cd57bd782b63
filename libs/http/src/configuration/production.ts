import { SettableClock, type Clock } from '@minh-bach/kernel';
import { BadConfig } from './define-config.ts';
import type { Mode } from './mode.ts';
import { secretOf } from './secrets.ts';

/** What production must not start with, whoever put it together. */
export function refuseInProduction(app: {
  readonly mode: Mode;
  readonly clock?: Clock;
  readonly commandSecret: Uint8Array;
  readonly demoPeople?: boolean;
}): void {
  if (app.mode !== 'production') return;
  if (app.clock instanceof SettableClock)
    throw new BadConfig(['MB_MODE: production refuses a clock that can be set']);
  if (app.demoPeople === true) throw new BadConfig(['MB_MODE: production refuses demo people']);
  secretOf('production', 'MB_COMMAND_SECRET', app.commandSecret);
}
