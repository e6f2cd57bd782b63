import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { Proposals } from '../api/types.ts';
import { ProblemAt } from '../components/problem-at.tsx';
import { useSend } from '../forms/use-send.ts';
import { timeAndDate } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import classes from './admin.module.css';
import { compared, subjectOf } from './entry-rows.ts';
import { useTold } from './told.ts';

type Proposal = Proposals['items'][number];

interface Props {
  readonly proposal: Proposal;
  readonly words: Parameters<typeof compared>[1];
  readonly onDecided: (said: string) => void;
}

/** A change, before and after side by side, with the two answers to it. */
export function ProposalItem({ proposal, words, onDecided }: Props) {
  const say = useSay();
  const told = useTold();
  const { me } = useSession();
  const id = useId();
  const { entry, before, proposedBy, proposedAt, endsAt } = proposal;
  const subject = subjectOf(proposal, words);
  const kind = told(`proposals.${entry.kind}${before === null ? '.new' : '.changed'}`);
  const isMine = proposedBy.id === me.person;
  const isAboutMe = [entry, before].some((one) => one !== null && concerns(one, me.person));
  return (
    <li className={classes.proposal} aria-labelledby={id}>
      <div>
        <h2 id={id}>
          {kind}: {subject}
        </h2>
        <p className={classes.meta}>
          {told('proposals.by', { name: proposedBy.name, time: timeAndDate(proposedAt, say) })}
          {' · '}
          {told('proposals.until', { time: timeAndDate(endsAt, say) })}
        </p>
      </div>
      <Comparison proposal={proposal} words={words} />
      {isMine && <p className={classes.meta}>{told('proposals.mine')}</p>}
      {isAboutMe ? (
        <p className={classes.meta}>{told('proposals.aboutYou')}</p>
      ) : (
        <div className={classes.buttons}>
          {!isMine && (
            <Answer proposal={proposal} subject={subject} is="confirmation" onDecided={onDecided} />
          )}
          <Answer
            proposal={proposal}
            subject={subject}
            is={isMine ? 'withdrawal' : 'refusal'}
            onDecided={onDecided}
          />
        </div>
      )}
    </li>
  );
}

function concerns(entry: Proposal['entry'], person: string): boolean {
  if (entry.kind === 'person') return entry.id === person;
  if (entry.kind === 'post') return entry.person === person;
  return entry.kind === 'deputy' && entry.deputy === person;
}

function Comparison({ proposal, words }: Omit<Props, 'onDecided'>) {
  const told = useTold();
  const isNew = proposal.before === null;
  return (
    <table className={classes.compared}>
      <thead>
        <tr>
          <th scope="col">{told('proposals.member')}</th>
          {!isNew && <th scope="col">{told('proposals.before')}</th>}
          <th scope="col">{told(isNew ? 'proposals.given' : 'proposals.after')}</th>
        </tr>
      </thead>
      <tbody>
        {compared(proposal, words).map(({ label, before, after }) => (
          <tr key={label} data-changed={!isNew && before !== after}>
            <th scope="row">{told(label)}</th>
            {!isNew && <td>{before ?? '–'}</td>}
            <td>
              {!isNew && before !== after && <span aria-hidden="true">▲ </span>}
              {after}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({
  proposal,
  subject,
  is,
  onDecided,
}: {
  proposal: Proposal;
  subject: string;
  is: 'confirmation' | 'refusal' | 'withdrawal';
  onDecided: (said: string) => void;
}) {
  const say = useSay();
  const told = useTold();
  const queries = useQueryClient();
  const route = is === 'confirmation' ? is : 'refusal';
  const { send, busy, problem } = useSend<object>({
    service: 'directory',
    path: `/proposals/${proposal.id}/${route}`,
  });
  const answer = async () => {
    const answered = await send(undefined);
    if (answered) onDecided(told(`proposals.done.${is}`, { name: subject }));
    for (const queryKey of [['proposals'], ['admin'], ['posts']])
      void queries.invalidateQueries({ queryKey });
  };
  return (
    <>
      <Button
        variant={is === 'confirmation' ? 'filled' : 'default'}
        aria-disabled={busy}
        aria-label={`${told(`proposals.${is}`)}: ${subject}`}
        onClick={() => !busy && void answer()}
      >
        {busy ? say('common.saving') : told(`proposals.${is}`)}
      </Button>
      <ProblemAt problem={problem} />
    </>
  );
}
