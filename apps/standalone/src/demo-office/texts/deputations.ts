import type { Deputation } from '../plan.ts';

/** Heads on leave or on missions, and who acted for them. Working days before today. */
export const DEPUTATIONS: readonly Deputation[] = [
  { id: 'deputy.dg-1', by: 'tam', post: 'hq-dg.tam', deputy: 'yen', said: 152, from: 150, to: 141 },
  {
    id: 'deputy.kv-1',
    by: 'khanh',
    post: 'kv-mh.khanh',
    deputy: 'son',
    said: 97,
    from: 95,
    to: 91,
  },
  {
    id: 'deputy.sm-1',
    by: 'binh',
    post: 'hq-sm.binh',
    deputy: 'lan',
    said: 64,
    from: 63,
    to: 59,
  },
  { id: 'deputy.dg-2', by: 'tam', post: 'hq-dg.tam', deputy: 'yen', said: 24, from: 23, to: 19 },
];
