import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unitsQuery } from '../api/queries.ts';
import { Notice } from '../components/notice.tsx';
import { PageTitle } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useBoth, useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import classes from './admin.module.css';
import { waitingQuery } from './people-query.ts';
import { ProposalItem } from './proposal-item.tsx';
import { useTold } from './told.ts';

/** What one administrator proposed and another has to decide. */
export default function ProposalsPage() {
  const say = useSay();
  const told = useTold();
  const both = useBoth();
  const { has } = useSession();
  const [decided, setDecided] = useState<string>();
  const units = useQuery(unitsQuery);
  const { data, error, refetch } = useQuery({ ...waitingQuery, enabled: has('administrator') });
  if (!has('administrator'))
    return <PageTitle title={told('proposals.title')} lead={told('admin.notYours')} />;
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data || !units.data) return <p>{say('common.loading')}</p>;
  // A person who is only proposed has a name in the proposal of their account alone.
  const proposed = new Map(
    data.items.flatMap(({ entry }) => (entry.kind === 'person' ? [[entry.id, entry.name]] : [])),
  );
  const unitOf = (id: string) => {
    const unit = units.data.items.find((one) => one.id === id);
    return unit ? both(unit.name) : id;
  };
  return (
    <>
      <PageTitle title={told('proposals.title')} lead={told('proposals.lead')} />
      <div role="status">{decided !== undefined && <Notice tone="done" title={decided} />}</div>
      {data.items.length === 0 ? (
        <p className={classes.empty}>{say('start.noProposals')}</p>
      ) : (
        <ul className={classes.people} aria-label={told('proposals.title')}>
          {data.items.map((proposal) => (
            <ProposalItem
              key={proposal.id}
              proposal={proposal}
              words={{
                say,
                told,
                both,
                unitOf,
                personOf: (id) =>
                  proposal.people.find((one) => one.id === id && one.name !== id)?.name ??
                  proposed.get(id) ??
                  id,
              }}
              onDecided={setDecided}
            />
          ))}
        </ul>
      )}
    </>
  );
}
