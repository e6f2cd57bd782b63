import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { unitPostsQuery } from '../api/queries.ts';
import { parseDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import type { Option } from './fields.ts';
import classes from './forms.module.css';
import { rowsOf, valueOf } from './people.ts';
import type { PersonRow } from './people.ts';
import { SearchSelect } from './search-select.tsx';

interface Props {
  readonly id: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly units: readonly Option[];
  readonly most: number;
  readonly defaultValue?: string;
  readonly onChange: (value: string) => void;
}

/** People, each found by the unit where they held a post on a day. Those of before can be taken out. */
export function PeopleField(props: Props) {
  const { id, label, description, error, units, most, defaultValue, onChange } = props;
  const say = useSay();
  const [rows, setRows] = useState(() => rowsOf(defaultValue).map((row, key) => ({ key, row })));
  const next = useRef(rows.length);
  const add = useRef<HTMLButtonElement>(null);
  const put = (now: typeof rows) => {
    setRows(now);
    onChange(valueOf(now.map(({ row }) => row)));
  };
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classes.people}
      aria-describedby={[description && `${id}-hint`, error && `${id}-error`]
        .filter(Boolean)
        .join(' ')}
    >
      <legend>{label}</legend>
      {description && (
        <p id={`${id}-hint`} className={classes.peopleHint}>
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={classes.peopleError}>
          {error}
        </p>
      )}
      {rows.map(({ key, row }) => (
        <Person
          key={key}
          id={`${id}-${key}`}
          row={row}
          units={units}
          onChange={(changed) =>
            put(rows.map((each) => (each.key === key ? { key, row: changed } : each)))
          }
          onRemove={() => {
            put(rows.filter((each) => each.key !== key));
            add.current?.focus();
          }}
        />
      ))}
      <Button
        ref={add}
        variant="default"
        size="sm"
        disabled={rows.length >= most}
        onClick={() =>
          put([...rows, { key: next.current++, row: { unit: '', on: '', person: '', name: '' } }])
        }
      >
        {say('people.add')}
      </Button>
    </fieldset>
  );
}

interface PersonProps {
  readonly id: string;
  readonly row: PersonRow;
  readonly units: readonly Option[];
  readonly onChange: (row: PersonRow) => void;
  readonly onRemove: () => void;
}

function Person({ id, row, units, onChange, onRemove }: PersonProps) {
  const say = useSay();
  const remove = (
    <Button
      variant="subtle"
      size="sm"
      aria-label={row.name === '' ? say('people.remove') : `${say('people.remove')}: ${row.name}`}
      onClick={onRemove}
    >
      {say('people.remove')}
    </Button>
  );
  if (row.kept)
    return (
      <div className={classes.person}>
        <span>{say('people.kept', { name: row.name, on: row.on })}</span>
        {remove}
      </div>
    );
  return (
    <div className={classes.personNew}>
      <SearchSelect
        id={`${id}-unit`}
        label={say('people.unit')}
        options={units}
        searched="units"
        clearable={false}
        defaultValue={row.unit}
        onChange={(unit) => onChange({ ...row, unit, person: '', name: '' })}
      />
      <TextInput
        id={`${id}-on`}
        label={say('people.on')}
        description={say('date.hint')}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        className={classes.date ?? ''}
        value={row.on}
        onChange={({ currentTarget: { value: on } }) =>
          onChange({ ...row, on, person: '', name: '' })
        }
      />
      <Holder id={id} row={row} units={units} onChange={onChange} />
      <div>{remove}</div>
    </div>
  );
}

/** The people who held a post in that unit on that day, or acted for its holder. */
function Holder({ id, row, units, onChange }: Omit<PersonProps, 'onRemove'>) {
  const say = useSay();
  const both = useBoth();
  const on = parseDate(row.on);
  const isUnit = units.some(({ value }) => value === row.unit);
  const posts = useQuery({ ...unitPostsQuery(row.unit, on ?? ''), enabled: isUnit && !!on });
  const titles = new Map<string, { name: string; titles: string[] }>();
  for (const { holder, deputy, title } of posts.data?.items ?? [])
    for (const person of [holder, deputy]) {
      if (person === null) continue;
      const known = titles.get(person.id)?.titles ?? [];
      titles.set(person.id, { name: person.name, titles: [...known, both(title)] });
    }
  const options = [...titles].map(([value, { name, titles: held }]) => ({
    value,
    label: name,
    code: [...new Set(held)].join(', '),
  }));
  return (
    <SearchSelect
      key={`${row.unit} ${on} ${options.length}`}
      id={`${id}-person`}
      label={say('people.person')}
      description={isUnit && on ? undefined : say('people.personHint')}
      options={options}
      searched="people"
      clearable={false}
      defaultValue={row.person || row.name}
      onChange={(typed) => {
        const chosen = options.find(({ value }) => value === typed);
        onChange({ ...row, person: chosen?.value ?? '', name: chosen?.label ?? typed });
      }}
    />
  );
}
