import {
  PETITION_KINDS,
  PETITION_STATES,
  SETTLEMENT_GROUNDS,
  type SettlementGround,
} from '@minh-bach/contracts';
import { computeDeadlineData } from '@minh-bach/rules';
import { describe, expect, it } from '@jest/globals';
import { PETITION } from '../intake.fixture.ts';
import { BESIDE_STEPS, padded } from './padded.ts';
import type { OpenStanding, Standing } from './petition-track.entity.ts';
import { tell } from './tell.ts';

/** Three bytes each, and as many as a form lets in. */
const LONG = '\u1ed9'.repeat(200);
const units = new Map([
  ['HQ-SM', { parent: 'KV-MH', name: { vi: LONG, en: LONG } }],
  ['KV-MH', { parent: null, name: { vi: LONG, en: LONG } }],
]);
const RULES = ['KN1.RESOLVE.NORMAL', 'KN2.WINDOW', 'KN1.ACCEPT.NEW'];
const [clock, window] = RULES.map((rule) =>
  computeDeadlineData({ rule, trigger: '2026-12-11', receivedOn: '2026-11-18' }),
);
const missed = { rule: clock!.rule, due: clock!.due, on: '2027-01-28', superiorTold: true };
const decision = { number: LONG, issuedOn: '2026-12-10', conclusion: 'partly_upheld' } as const;
const everything: Omit<OpenStanding, 'kind'> = {
  ...{ signed: false, unit: 'HQ-SM', instance: 1, clock: clock!, window: window!, missed },
  ...{ competentBody: LONG, notice: LONG, decision },
};

const standings: readonly Standing[] = PETITION_KINDS.flatMap((kind): Standing[] => [
  { kind, signed: true },
  ...(Object.keys(SETTLEMENT_GROUNDS) as SettlementGround[]).map((ground) => ({
    ...{ ...everything, kind, ground },
  })),
]);
const receipt = { on: '2026-11-20', was: '2026-11-18' };
/** More than are told, each of a day of its own. */
const OPENINGS = Array.from({ length: 20 }, (_, i) => ({
  ...{ on: `2026-12-${10 + i}`, unit: 'HQ-DG', purpose: 'prepare-decision' as const },
}));
const DENUNCIATION: Standing = { isDenunciation: true };
const TIMES = ['2026-12-12T02:00:00.000Z', '2027-06-01T02:00:00.000Z'].map((at) => new Date(at));

const toldIn = (state: (typeof PETITION_STATES)[number]) =>
  [DENUNCIATION, ...standings].flatMap((standing) =>
    TIMES.map((now) => {
      const row = {
        petition: PETITION,
        steps: [{ state, on: '2026-11-20' }],
        standing,
        receipt,
        openings: OPENINGS,
        withdrawalAskedOn: null,
        stars: null,
      };
      return tell(row, { units, now, isDenunciation: false })!;
    }),
  );
const bytesOf = (data: unknown) => Buffer.byteLength(JSON.stringify(data));

describe('T1: the length of an answer does not tell that it is about a denunciation', () => {
  it.each(PETITION_STATES)('one length, with whatever is told: %s', (state) => {
    const lengths = toldIn(state).map((told) => bytesOf(padded(told)));
    expect(new Set(lengths)).toEqual(new Set([32 * 1024]));
  });

  it.each(PETITION_STATES)('all that can be told beside the steps is less: %s', (state) => {
    const most = Math.max(...toldIn(state).map((told) => bytesOf({ ...told, timeline: [] })));
    expect(most).toBeLessThan(BESIDE_STEPS);
  });

  it('where many steps make it longer, it is longer for each kind', () => {
    const on = (i: number) => `2026-11-${10 + (i % 20)}`;
    const steps = Array.from({ length: 150 }, (_, i) => ({ state: 'closed', on: on(i) }) as const);
    const lengths = [DENUNCIATION, ...standings].map((standing) => {
      const row = {
        petition: PETITION,
        steps,
        standing,
        receipt,
        openings: OPENINGS,
        withdrawalAskedOn: null,
        stars: null,
      };
      return bytesOf(padded(tell(row, { units, now: TIMES[1]!, isDenunciation: false })!));
    });
    expect(new Set(lengths).size).toBe(1);
  });
});
