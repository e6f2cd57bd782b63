import type { MatterEntry } from '../matter-entry.ts';
import { CASES_IN_WORK } from './cases-in-work.ts';
import { DEO_GIO_COMPLAINTS } from './complaints-deo-gio.ts';
import { OPEN_COMPLAINTS } from './complaints-open.ts';
import { REGION_COMPLAINTS } from './complaints-region.ts';
import { LATER_SONG_MAY_COMPLAINTS } from './complaints-song-may-later.ts';
import { SONG_MAY_COMPLAINTS } from './complaints-song-may.ts';
import { DENUNCIATIONS } from './denunciations.ts';
import { FEEDBACK } from './feedback.ts';
import { MENDED } from './mended.ts';
import { PETITIONS } from './petitions.ts';
import { SETTLED_COMPLAINTS } from './settled-complaints.ts';

/** All matters of the demo. */
export const ENTRIES: readonly MatterEntry[] = [
  ...SONG_MAY_COMPLAINTS,
  ...LATER_SONG_MAY_COMPLAINTS,
  ...DEO_GIO_COMPLAINTS,
  ...REGION_COMPLAINTS,
  ...OPEN_COMPLAINTS,
  ...MENDED,
  ...CASES_IN_WORK,
  ...SETTLED_COMPLAINTS,
  ...FEEDBACK,
  ...PETITIONS,
  ...DENUNCIATIONS,
];
