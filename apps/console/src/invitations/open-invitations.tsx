import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Invitations } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { ProblemAt } from '../components/problem-at.tsx';
import { timeAndDate } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import classes from './invitations.module.css';
import { drawCode, invitationsQuery } from './invitations-query.ts';
import { ShownOnce } from './shown-once.tsx';
import { useDraw } from './use-draw.ts';

type Invitation = Invitations['items'][number];

/** The second half: another administrator than the inviter gets the code. */
export function OpenInvitations() {
  const say = useSay();
  const { data, error, refetch } = useQuery(invitationsQuery);
  const { drawn, problem, busy, ask } = useDraw(drawCode);
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <p>{say('common.loading')}</p>;
  return (
    <section>
      <h2 className={classes.heading}>{say('invitations.open')}</h2>
      {drawn && (
        <ShownOnce
          key={drawn.half.code}
          title={say('invitations.code', { name: drawn.name })}
          text={say('invitations.codeNext', { time: timeAndDate(drawn.half.expiresAt, say) })}
          secret={drawn.half.code}
          spelt
          copy={say('invitations.copyCode')}
        />
      )}
      <ProblemAt problem={problem} />
      {data.items.length === 0 ? (
        <p className={classes.empty}>{say('invitations.none')}</p>
      ) : (
        <ul className={classes.list} aria-label={say('invitations.open')}>
          {data.items.map((invitation) => (
            <Row
              key={`${invitation.person.id} ${invitation.invitedAt}`}
              invitation={invitation}
              busy={busy}
              onDraw={() => void ask(invitation.person)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({
  invitation: { person, invitedBy, invitedAt, expiresAt, codeBy, mayDrawCode },
  busy,
  onDraw,
}: {
  invitation: Invitation;
  busy: boolean;
  onDraw: () => void;
}) {
  const say = useSay();
  const { me } = useSession();
  return (
    <li>
      <div>
        <strong>{person.name}</strong>
        <p className={classes.meta}>
          {say('invitations.until', { time: timeAndDate(expiresAt, say) })}
        </p>
      </div>
      <p className={classes.meta}>
        {say('invitations.by', { name: invitedBy.name, time: timeAndDate(invitedAt, say) })}
      </p>
      {mayDrawCode ? (
        <Button
          variant="default"
          aria-disabled={busy}
          aria-label={say('invitations.getCodeFor', { name: person.name })}
          onClick={onDraw}
        >
          {say('invitations.getCode')}
        </Button>
      ) : (
        <p className={classes.meta}>
          {codeBy
            ? say('invitations.given', { name: codeBy.name })
            : say(invitedBy.id === me.person ? 'invitations.yours' : 'invitations.forYou')}
        </p>
      )}
    </li>
  );
}
