import { Button } from '@mantine/core';
import { ROLE_WORDS } from '@minh-bach/contracts/browser';
import { useRef, useState } from 'react';
import type { ListedPerson, ListedPost } from '../api/types.ts';
import { ProblemAt } from '../components/problem-at.tsx';
import type { Option } from '../forms/fields.ts';
import { dayMonthYear, timeAndDate } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { ShownOnce } from '../invitations/shown-once.tsx';
import { drawLink } from '../invitations/invitations-query.ts';
import { useDraw } from '../invitations/use-draw.ts';
import { useSession } from '../session/session.tsx';
import classes from './admin.module.css';
import { PersonForm, type Change } from './person-form.tsx';
import { SentNotice } from './sent-notice.tsx';
import type { Sent } from './use-steps.ts';
import { useTold } from './told.ts';

/** A person with the posts of now; those that ended are folded; one change is open at a time. */
export function PersonItem({ person, units }: { person: ListedPerson; units: readonly Option[] }) {
  const say = useSay();
  const told = useTold();
  const { me } = useSession();
  const [isChanging, setIsChanging] = useState(false);
  const [change, setChange] = useState<Change>();
  const [sent, setSent] = useState<Sent>();
  const opener = useRef<HTMLElement>(null);
  const { drawn, problem, busy, ask } = useDraw(drawLink);
  const open = (next: Change) => {
    opener.current = document.activeElement as HTMLElement | null;
    setSent(undefined);
    setChange(next);
  };
  const close = () => {
    setChange(undefined);
    setTimeout(() => opener.current?.focus());
  };
  const ended = person.posts.filter(({ period }) => period === 'ended');
  const held = person.posts.filter(({ period }) => period !== 'ended');
  const isOpen = person.closedOn === null;
  const isOther = isOpen && person.id !== me.person;
  const mayChange = isOther && isChanging;
  return (
    <li className={classes.person}>
      <div className={classes.head}>
        <div>
          <h2>{person.name}</h2>
          <span className={classes.meta}>
            {told('admin.account', { id: person.id, subject: person.subject })}
            {!isOpen && ` · ${told('admin.closedOn', { day: dayMonthYear(person.closedOn!) })}`}
          </span>
        </div>
        {isOther && (
          <Button
            variant="subtle"
            size="sm"
            aria-expanded={isChanging}
            aria-label={`${told('admin.change')}: ${person.name}`}
            onClick={() => setIsChanging(!isChanging)}
          >
            {told('admin.change')}
          </Button>
        )}
      </div>
      {held.length === 0 && <p className={classes.meta}>{told('admin.noPost')}</p>}
      {held.length > 0 && (
        <ul className={classes.posts}>
          {held.map((post) => (
            <PostItem
              key={`${post.id} ${post.from}`}
              post={post}
              onEnd={mayChange && !post.followed ? () => open({ is: 'end-post', post }) : undefined}
              onDeputy={
                mayChange && post.period === 'now' ? () => open({ is: 'deputy', post }) : undefined
              }
            />
          ))}
        </ul>
      )}
      <Deputations
        person={person}
        onEnd={mayChange ? (of) => open({ is: 'end-deputation', of }) : undefined}
      />
      {ended.length > 0 && (
        <details className={classes.ended}>
          <summary>{told('admin.ended', { n: ended.length })}</summary>
          <ul className={classes.posts}>
            {ended.map((post) => (
              <PostItem key={`${post.id} ${post.from}`} post={post} />
            ))}
          </ul>
        </details>
      )}
      {mayChange && !change && (
        <div className={classes.buttons}>
          <Small onClick={() => open({ is: 'add-post' })}>{told('admin.addPost')}</Small>
          {held.length > 0 && (
            <Small onClick={() => open({ is: 'end-person' })}>{told('admin.endPerson')}</Small>
          )}
          <Small onClick={() => open({ is: 'close-account' })}>{told('admin.close')}</Small>
          <Small onClick={() => void ask(person)} busy={busy}>
            {say('invitations.draw')}
          </Small>
        </div>
      )}
      {person.id === me.person && <p className={classes.meta}>{told('admin.you')}</p>}
      {change && (
        <PersonForm
          key={JSON.stringify(change)}
          person={person}
          change={change}
          units={units}
          onDone={(done) => {
            setSent(done);
            setChange(undefined);
          }}
          onCancel={close}
        />
      )}
      {sent && <SentNotice sent={sent} />}
      <ProblemAt problem={problem} />
      {drawn && (
        <ShownOnce
          title={say('invitations.link', { name: drawn.name })}
          text={say('invitations.linkNext', { time: timeAndDate(drawn.half.expiresAt, say) })}
          secret={drawn.half.url}
          copy={say('invitations.copyLink')}
        />
      )}
    </li>
  );
}

const Small = ({
  onClick,
  busy = false,
  children,
}: {
  onClick: () => void;
  busy?: boolean;
  children: string;
}) => (
  <Button variant="default" size="sm" aria-disabled={busy} onClick={onClick}>
    {children}
  </Button>
);

function PostItem({
  post,
  onEnd,
  onDeputy,
}: {
  post: ListedPost;
  onEnd?: (() => void) | undefined;
  onDeputy?: (() => void) | undefined;
}) {
  const told = useTold();
  const both = useBoth();
  const { title, unit, roles, leads, from, to, period } = post;
  const days = { from: dayMonthYear(from), to: to === null ? '' : dayMonthYear(to) };
  return (
    <li>
      <div>
        <p>
          <strong>{both(title)}</strong>
          {leads && <span className={classes.mark}>★ {told('admin.leading')}</span>}
          {period === 'coming' && <span className={classes.mark}>{told('admin.coming')}</span>}
        </p>
        <p className={classes.meta}>
          {both(unit.name)} · {told(to === null ? 'admin.since' : 'admin.days', days)}
        </p>
        <p className={classes.meta}>{roles.map((role) => both(ROLE_WORDS[role])).join(', ')}</p>
      </div>
      {(onEnd ?? onDeputy) && (
        <div className={classes.buttons}>
          {onDeputy && <Small onClick={onDeputy}>{told('admin.appointDeputy')}</Small>}
          {onEnd && <Small onClick={onEnd}>{told('admin.endPost')}</Small>}
        </div>
      )}
    </li>
  );
}

function Deputations({
  person,
  onEnd,
}: {
  person: ListedPerson;
  onEnd: ((of: ListedPerson['deputations'][number]) => void) | undefined;
}) {
  const told = useTold();
  const both = useBoth();
  if (person.deputations.length === 0) return null;
  return (
    <ul className={classes.posts} aria-label={told('admin.deputies')}>
      {person.deputations.map((of) => (
        <li key={of.id}>
          <div>
            <p>
              {of.deputy.id === person.id
                ? told('admin.actsIn', { title: both(of.title) })
                : told('admin.actsFor', { name: of.deputy.name, title: both(of.title) })}
            </p>
            <p className={classes.meta}>
              {both(of.unit.name)} ·{' '}
              {told('admin.days', { from: dayMonthYear(of.from), to: dayMonthYear(of.to) })}
            </p>
          </div>
          {onEnd && (
            <div className={classes.buttons}>
              <Small onClick={() => onEnd(of)}>{told('admin.endDeputy')}</Small>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
