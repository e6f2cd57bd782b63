import { localDate } from '@minh-bach/kernel';

/** What a list knows of urging; the day of the last one stands among the columns that it only shows. */
export interface UrgedColumns {
  /** When the unit last reported to the level above why it is late. */
  readonly reportedOn: string | null;
  /** It was urged, and has not answered. */
  readonly awaitsReport: boolean;
}

export const ROW_NOT_URGED: UrgedColumns = { reportedOn: null, awaitsReport: false };

export const rowUrged = <Shown extends { readonly urgedOn: string | null }>(
  { shown }: { readonly shown: Shown },
  recordedAt: string,
) => ({ shown: { ...shown, urgedOn: localDate(recordedAt) }, awaitsReport: true });

export const rowReported = (recordedAt: string): UrgedColumns => ({
  reportedOn: localDate(recordedAt),
  awaitsReport: false,
});
