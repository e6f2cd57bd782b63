import { TIME_LIMIT_KINDS, type TimeLimit, type TimeLimits } from '@minh-bach/contracts';
import { isDomainError, type Clock } from '@minh-bach/kernel';
import { journeyOf, type JourneyStep } from '@minh-bach/rules';
import { z } from 'zod';

const MOST_TYPED = 40;
const query = z.object({
  loai: z.string().max(MOST_TYPED).default(''),
  ngay: z.string().max(MOST_TYPED).default(''),
});
const kindSchema = z.enum(TIME_LIMIT_KINDS);

const inVietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** What visitors asked in the address, answered by the engine that counts for staff. */
export function timeLimitsOf(asked: unknown, clock: Clock): TimeLimits {
  const { loai, ngay } = query.catch({ loai: '', ngay: '?' }).parse(asked);
  const kind = kindSchema.safeParse(loai).data ?? null;
  const typed = ngay.trim();
  const from = typed === '' ? inVietnam.format(clock.now()) : readDay(typed);
  const told = { kind, day: typed, from: from ?? null, steps: [] };
  if (kind === null) return { ...told, fault: 'kind' };
  if (from === undefined) return { ...told, fault: 'day' };
  try {
    return { ...told, fault: null, steps: journeyOf(kind, from).map(toldOf) };
  } catch (error) {
    if (isDomainError(error)) return { ...told, fault: 'range' };
    throw error;
  }
}

/** `27/03/2026`, `27.3.2026`, `27032026`, `2026-03-27`. */
function readDay(typed: string): string | undefined {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed) ?? [];
  const [, day = d, month = m, year = y] =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(typed) ??
    /^(\d\d)(\d\d)(\d{4})$/.exec(typed) ??
    [];
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return z.iso.date().safeParse(iso).data;
}

const toldOf = ({ step, after, deadline, variants, pause, extension }: JourneyStep): TimeLimit => ({
  ...{ step, after },
  due: deadline.due,
  safeDue: deadline.safeDue,
  provisional: deadline.provisional,
  legal: deadline.legal,
  law: deadline.source.law,
  explanation: deadline.explanation,
  rule: deadline.rule,
  ruleVersion: deadline.ruleVersion,
  variants: variants.map(({ name, due, source }) => ({ name, due, law: source.law })),
  stops: pause === undefined ? null : { ground: pause.ground, law: pause.law },
  longer: extension === undefined ? null : longerOf(extension),
});

const longerOf = ({ value, limits, law }: NonNullable<JourneyStep['extension']>) => ({
  days: value,
  complex: limits.complex,
  speciallyComplex: limits.specially_complex,
  law,
});
