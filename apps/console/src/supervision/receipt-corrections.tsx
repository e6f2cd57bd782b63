import type { ReceiptCorrections as Page } from '../api/types.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { WeekOfSteps } from './week-of-steps.tsx';
import { weeklyQuery } from './weekly-query.ts';

/** Who would have another receipt date, and who answered. */
export function ReceiptCorrections({ week }: { week: string }) {
  const say = useSay();
  return (
    <WeekOfSteps
      query={weeklyQuery<Page['items'][number]>('intake', 'receipt-corrections', week)}
      words="receiptCorrections"
      stepInWords={({ step, receivedOn }) =>
        say(`receiptCorrections.${step}`, { day: dayMonthYear(receivedOn) })
      }
    />
  );
}
