import { words } from '../localized.ts';
import { day } from './column.ts';

/** The last day on which the level above urged it. */
export const URGED_ON = day(words('Ngày đôn đốc', 'Urged on'));
