import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import {
  dayMonthYear,
  instantAt,
  isDate,
  moment,
  parseDate,
  parseTime,
  today,
} from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import type { MessageId } from '../../i18n/catalogue.ts';
import classes from './past.module.css';

type Errors = Partial<Record<'day' | 'time', MessageId>>;

/** To the matter as it stood at the end of a day, or of a minute of it. @param luc which is shown now */
export function PickDay({ number, luc }: { number: string; luc?: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const [typed, setTyped] = useState({ day: '', time: '' });
  const [errors, setErrors] = useState<Errors>({});
  useEffect(() => setTyped(writtenAs(luc)), [luc]);
  const open = () => {
    const picked = pick(typed.day, typed.time);
    if (typeof picked !== 'string') return setErrors(picked);
    void navigate({ to: '/ho-so/$number', params: { number }, search: { luc: picked } });
  };
  const input = (field: 'day' | 'time') => ({
    value: typed[field],
    error: errors[field] && say(errors[field]),
    autoComplete: 'off',
    size: 'sm',
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => {
      setTyped((before) => ({ ...before, [field]: value }));
      setErrors({});
    },
  });
  return (
    <form
      className={classes.pick}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <TextInput
        label={say('past.pick')}
        placeholder={say('past.hint')}
        inputMode="numeric"
        {...input('day')}
      />
      <TextInput
        className={classes.time}
        label={say('past.time')}
        placeholder={say('past.timeHint')}
        {...input('time')}
      />
      <Button type="submit" variant="default">
        {say('past.open')}
      </Button>
    </form>
  );
}

function writtenAs(luc: string | undefined): { day: string; time: string } {
  if (luc === undefined) return { day: '', time: '' };
  if (isDate(luc)) return { day: dayMonthYear(luc), time: '' };
  const { date, time } = moment(luc);
  return { day: date, time };
}

/** @returns a day or an instant for the address, or what is wrong at which field */
function pick(typedDay: string, typedTime: string): string | Errors {
  const day = parseDate(typedDay);
  if (day === undefined) return { day: 'errors.date' };
  if (day > today()) return { day: 'errors.future' };
  if (typedTime.trim() === '') return day;
  const time = parseTime(typedTime);
  if (time === undefined) return { time: 'errors.time' };
  // The minute that runs is the latest that can be asked for.
  const instant = instantAt(day, time);
  return Date.parse(instant) - Date.now() > 60_000 ? { time: 'errors.futureMoment' } : instant;
}
