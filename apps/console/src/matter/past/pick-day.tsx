import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { parseDate, today } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import classes from './past.module.css';

/** To the matter as it stood at the end of a day. */
export function PickDay({ number }: { number: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const open = () => {
    const day = parseDate(typed);
    if (day === undefined) return setError(say('errors.date'));
    if (day > today()) return setError(say('errors.future'));
    void navigate({ to: '/ho-so/$number', params: { number }, search: { luc: day } });
  };
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
        value={typed}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        size="sm"
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setError(undefined);
        }}
      />
      <Button type="submit" variant="default">
        {say('past.open')}
      </Button>
    </form>
  );
}
