import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unitPostsQuery, unitsQuery } from '../api/queries.ts';
import { Card } from '../components/page.tsx';
import { ProblemAt } from '../components/problem-at.tsx';
import { SearchSelect } from '../forms/search-select.tsx';
import { timeAndDate, today } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import classes from './invitations.module.css';
import { drawLink } from './invitations-query.ts';
import { ShownOnce } from './shown-once.tsx';
import { useDraw } from './use-draw.ts';

/** The first half: a person is found by the unit where they hold a post today. */
export function InviteForm() {
  const say = useSay();
  const both = useBoth();
  const [unit, setUnit] = useState('');
  const [person, setPerson] = useState('');
  const [missing, setMissing] = useState(false);
  const units = useQuery(unitsQuery);
  const unitOptions = (units.data?.items ?? []).map(({ id, name }) => ({
    value: id,
    label: both(name),
    code: id,
  }));
  const isUnit = unitOptions.some(({ value }) => value === unit);
  const posts = useQuery({ ...unitPostsQuery(unit, today()), enabled: isUnit });
  const holders = (posts.data?.items ?? []).flatMap(({ holder, title }) =>
    holder === null ? [] : [{ ...holder, title: both(title) }],
  );
  const people = [...new Map(holders.map((holder) => [holder.id, holder])).values()];
  const chosen = people.find(({ id }) => id === person);
  const { drawn, problem, busy, ask } = useDraw(drawLink);
  return (
    <Card title={say('invitations.new')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(!chosen);
          if (chosen) void ask(chosen);
        }}
      >
        <SearchSelect
          id="invite-unit"
          label={say('people.unit')}
          options={unitOptions}
          searched="units"
          clearable={false}
          onChange={(value) => {
            setUnit(value);
            setPerson('');
          }}
        />
        <SearchSelect
          key={unit}
          id="invite-person"
          label={say('people.person')}
          description={isUnit ? undefined : say('invitations.unitFirst')}
          error={missing && !chosen && say('search.choose.people')}
          options={people.map(({ id, name, title }) => ({ value: id, label: name, code: title }))}
          searched="people"
          clearable={false}
          onChange={setPerson}
        />
        <div className={classes.buttons}>
          <Button type="submit" aria-disabled={busy}>
            {busy ? say('common.saving') : say('invitations.draw')}
          </Button>
        </div>
      </form>
      <ProblemAt problem={problem} />
      {drawn && (
        <ShownOnce
          title={say('invitations.link', { name: drawn.name })}
          text={say('invitations.linkNext', { time: timeAndDate(drawn.half.expiresAt, say) })}
          secret={drawn.half.url}
          copy={say('invitations.copyLink')}
        />
      )}
    </Card>
  );
}
