import type { MatterEntry, OfficeUnit } from './matter-entry.ts';

/** The person for each kind of work in a unit, by the demo's posts. */
export interface Staff {
  readonly desk: string;
  readonly classifier: string;
  readonly head: string;
  readonly verifiers: readonly string[];
  readonly clerk: string;
  /** Heads the unit above. */
  readonly superior: string;
  /** In numbers of papers. */
  readonly sign: string;
}

const STAFF: Readonly<Record<OfficeUnit, Staff>> = {
  'HQ-SM': {
    desk: 'dung',
    classifier: 'giang',
    head: 'binh',
    verifiers: ['hung', 'lan'],
    clerk: 'phuc',
    superior: 'khanh',
    sign: 'HQSM',
  },
  'HQ-DG': {
    desk: 'yen',
    classifier: 'yen',
    head: 'tam',
    verifiers: ['nam'],
    clerk: 'nam',
    superior: 'khanh',
    sign: 'HQDG',
  },
  'KV-MH': {
    desk: 'thu',
    classifier: 'thu',
    head: 'khanh',
    verifiers: ['son'],
    clerk: 'son',
    superior: 'an',
    sign: 'KVMH',
  },
};

export const staffOf = ({ unit }: Pick<MatterEntry, 'unit'>): Staff => STAFF[unit];
