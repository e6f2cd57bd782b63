import { computeDeadlineData } from '@minh-bach/rules';

/** As it is counted, also where that is a day of rest: nothing has to be done on it. */
const lastDay = (rule: string, trigger: string, receivedOn: string): string =>
  computeDeadlineData({ rule, trigger, receivedOn }).unrolled.slice(0, 10);

/** The last day before a decision has legal effect (Luật Khiếu nại Đ.44). */
export const inForceAfter = (issuedOn: string, receivedOn: string): string =>
  lastDay('KN.EFFECTIVE', issuedOn, receivedOn);

/** Until the end of it a decision is public at the least (NĐ 124/2020 Đ.29 k.3). */
export const publicUntil = (publishedOn: string, receivedOn: string): string =>
  lastDay('KN.PUBLISH.MIN', publishedOn, receivedOn);
