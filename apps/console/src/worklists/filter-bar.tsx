import { MOST_SEARCHED } from '@minh-bach/contracts/browser';
import { useId, useState } from 'react';
import { Button } from '../components/button.tsx';
import { dayMonthYear, parseDate } from '../i18n/dates.ts';
import { useSay, type Label } from '../i18n/language.tsx';
import {
  ORDER_WORDS,
  isFiltered,
  unfiltered,
  type FilterName,
  type ListPath,
  type ListSearch,
} from './list-search.ts';
import { useWords } from './searched-words.ts';
import classes from './filter-bar.module.css';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/** What a list may be narrowed by, beside words and days. */
export interface ListFilter {
  readonly name: Exclude<FilterName, 'from' | 'to'>;
  readonly label: Label;
  readonly options: readonly FilterOption[];
}

/** Narrows the list at once: what is chosen is in the address, words are beside it. */
export function FilterBar({
  to,
  filters,
  search,
  day,
  sorts = false,
}: {
  to: ListPath;
  filters: readonly ListFilter[];
  search: ListSearch;
  /** What the days are of. */
  day: Label;
  /** Where there are no headings to sort by. */
  sorts?: boolean;
}) {
  const say = useSay();
  const id = useId();
  const { words, look, go, clear } = useWords(to);
  const set = (name: FilterName | 'sort', value: string) => {
    const { [name]: _, ...rest } = search;
    go(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <search className={classes.bar} aria-label={say('filter.title')}>
      <form
        className={classes.words}
        key={words}
        onSubmit={(event) => {
          event.preventDefault();
          look(String(new FormData(event.currentTarget).get('words') ?? ''), search);
        }}
      >
        <label htmlFor={`${id}words`}>{say('filter.words')}</label>
        <span className={classes.wordsField}>
          <input
            id={`${id}words`}
            name="words"
            type="search"
            defaultValue={words ?? ''}
            maxLength={MOST_SEARCHED}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
          />
          <Button type="submit">{say('filter.search')}</Button>
        </span>
      </form>
      {filters.map(({ name, label, options }) => (
        <div key={name} className={classes.field}>
          <label htmlFor={`${id}${name}`}>{say(label)}</label>
          <select
            id={`${id}${name}`}
            value={search[name] ?? ''}
            onChange={({ target }) => set(name, target.value)}
          >
            <option value="">{say('filter.all')}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <fieldset className={classes.days}>
        <legend>{say(day)}</legend>
        <Day
          id={`${id}from`}
          label="filter.from"
          value={search.from}
          onSet={(v) => set('from', v)}
        />
        <Day id={`${id}to`} label="filter.to" value={search.to} onSet={(v) => set('to', v)} />
      </fieldset>
      {sorts && (
        <div className={classes.field}>
          <label htmlFor={`${id}sort`}>{say('filter.order')}</label>
          <select
            id={`${id}sort`}
            value={search.sort ?? 'due'}
            onChange={({ target }) => set('sort', target.value === 'due' ? '' : target.value)}
          >
            {Object.entries(ORDER_WORDS).map(([sort, words]) => (
              <option key={sort} value={sort}>
                {capital(say(words))}
              </option>
            ))}
          </select>
        </div>
      )}
      {(isFiltered(search) || words !== undefined) && (
        <Button onClick={() => clear(unfiltered(search))}>{say('filter.clear')}</Button>
      )}
    </search>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A day as people type it; it counts when they leave the field or press Enter. */
function Day({
  id,
  label,
  value,
  onSet,
}: {
  id: string;
  label: Label;
  value: string | undefined;
  onSet: (day: string) => void;
}) {
  const say = useSay();
  const [wrong, setWrong] = useState(false);
  const take = (typed: string) => {
    const day = typed.trim() === '' ? '' : parseDate(typed);
    setWrong(day === undefined);
    if (day !== undefined && day !== (value ?? '')) onSet(day);
  };
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{say(label)}</label>
      <input
        key={value}
        id={id}
        inputMode="numeric"
        placeholder={say('filter.dayHint')}
        autoComplete="off"
        defaultValue={value === undefined ? '' : dayMonthYear(value)}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}wrong` : undefined}
        onBlur={({ target }) => take(target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(currentTarget.value)}
      />
      {wrong && (
        <p id={`${id}wrong`} className={classes.wrong} role="alert">
          {say('filter.dayWrong')}
        </p>
      )}
    </div>
  );
}
