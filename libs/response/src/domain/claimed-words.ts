import { change, dayMonthYear, words, type Unconfirmed } from '@minh-bach/contracts';

/** For the history of an event whose day one person alone says. */
export const unconfirmedChange = (unconfirmed: Unconfirmed | undefined) =>
  unconfirmed === undefined
    ? []
    : [
        change(
          'Ngày dùng để tính hạn',
          'Day that counts',
          words(
            `${dayMonthYear(unconfirmed.countsFrom)}, ngày ghi nhận; ngày đã nêu chờ người thứ hai xác nhận`,
            `${dayMonthYear(unconfirmed.countsFrom)}, when it was recorded; the day that is said waits for a second person`,
          ),
        ),
      ];

/** For a message. */
export const countsFromOf = (unconfirmed: Unconfirmed | undefined) =>
  unconfirmed === undefined ? {} : { countsFrom: unconfirmed.countsFrom };
