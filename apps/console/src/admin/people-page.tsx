import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import { unitsQuery } from '../api/queries.ts';
import { Card, PageTitle } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useBoth, useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import { AddPerson } from './add-person.tsx';
import classes from './admin.module.css';
import { peopleListQuery } from './people-query.ts';
import { PersonItem } from './person-item.tsx';
import { SentNotice } from './sent-notice.tsx';
import { UnitTree } from './unit-tree.tsx';
import type { Sent } from './use-steps.ts';
import { useTold } from './told.ts';

/** For administrators: units, their people, and what these may do. */
export default function PeoplePage() {
  const say = useSay();
  const told = useTold();
  const both = useBoth();
  const { has } = useSession();
  const [unit, setUnit] = useState<string>();
  const [q, setQ] = useState<string>();
  const [adding, setAdding] = useState(false);
  const [sent, setSent] = useState<Sent>();
  const units = useQuery(unitsQuery);
  const mayChange = has('administrator');
  if (!mayChange) return <PageTitle title={told('admin.heading')} lead={told('admin.notYours')} />;
  if (units.error && !units.data)
    return <ProblemNotice problem={units.error} onRetry={() => void units.refetch()} />;
  if (!units.data) return <p>{say('common.loading')}</p>;
  const options = units.data.items.map(({ id, name }) => ({
    value: id,
    label: both(name),
    code: id,
  }));
  return (
    <>
      <PageTitle
        title={told('admin.heading')}
        lead={told('admin.lead')}
        aside={
          <Button
            onClick={() => {
              setSent(undefined);
              setAdding(true);
            }}
          >
            {told('admin.addPerson')}
          </Button>
        }
      />
      {adding && (
        <Card className={classes.add}>
          <Adding
            units={options}
            unit={unit}
            onDone={(done) => {
              setAdding(false);
              setSent(done);
            }}
            onCancel={() => setAdding(false)}
          />
        </Card>
      )}
      {sent && <SentNotice sent={sent} />}
      <div className={classes.columns}>
        <UnitTree units={units.data.items} chosen={unit} onChoose={setUnit} />
        <div>
          <form
            role="search"
            aria-label={told('admin.search')}
            className={classes.search}
            onSubmit={(event) => {
              event.preventDefault();
              const typed = new FormData(event.currentTarget).get('q');
              const words = typeof typed === 'string' ? typed.trim() : '';
              setQ(words === '' ? undefined : words);
            }}
          >
            <TextInput
              name="q"
              label={told('admin.search')}
              description={told('admin.searchHint')}
              maxLength={120}
              autoComplete="off"
              spellCheck={false}
            />
            <Button type="submit" variant="default">
              {told('admin.find')}
            </Button>
          </form>
          <People unit={unit} q={q} units={options} />
        </div>
      </div>
    </>
  );
}

/** The account provider of this product is that of the administrator who asks. */
function Adding(props: Omit<ComponentProps<typeof AddPerson>, 'issuer'>) {
  const say = useSay();
  const { me } = useSession();
  const own = useInfiniteQuery(peopleListQuery({ q: me.person }));
  const issuer = own.data?.pages
    .flatMap(({ items }) => items)
    .find(({ id }) => id === me.person)?.issuer;
  if (own.error && !own.data)
    return <ProblemNotice problem={own.error} onRetry={() => void own.refetch()} />;
  if (issuer === undefined) return <p>{say('common.loading')}</p>;
  return <AddPerson {...props} issuer={issuer} />;
}

function People({
  unit,
  q,
  units,
}: {
  unit: string | undefined;
  q: string | undefined;
  units: readonly { value: string; label: string; code: string }[];
}) {
  const say = useSay();
  const told = useTold();
  const list = useInfiniteQuery(peopleListQuery({ unit, q }));
  const { data, error, refetch } = list;
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  const people = data.pages.flatMap(({ items }) => items);
  return (
    <>
      <p className={classes.meta} role="status">
        {told('admin.found', { n: data.pages[0]?.total ?? 0 })}
      </p>
      {people.length === 0 ? (
        <p className={classes.empty}>{told('admin.nobody')}</p>
      ) : (
        <ul className={classes.people} aria-label={told('admin.people')}>
          {people.map((person) => (
            <PersonItem key={person.id} person={person} units={units} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {say('list.more')}
        </Button>
      )}
    </>
  );
}
