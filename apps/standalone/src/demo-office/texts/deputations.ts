import type { Deputation } from '../plan.ts';

/** Heads on leave or on missions, and who acted for them; the last one acts today. */
export const DEPUTATIONS: readonly Deputation[] = [
  { id: 'deputy.dg-1', by: 'tam', post: 'hq-dg.tam', deputy: 'yen', said: 156, from: 155, to: 150 },
  {
    id: 'deputy.kv-1',
    by: 'khanh',
    post: 'kv-mh.khanh',
    deputy: 'thu',
    said: 103,
    from: 101,
    to: 88,
  },
  { id: 'deputy.sm-1', by: 'binh', post: 'hq-sm.binh', deputy: 'cuc', said: 65, from: 64, to: 59 },
  { id: 'deputy.dg-2', by: 'tam', post: 'hq-dg.tam', deputy: 'yen', said: 18, from: 16, to: 12 },
  { id: 'deputy.dg-3', by: 'tam', post: 'hq-dg.tam', deputy: 'yen', said: 2, from: 1, to: -6 },
];
