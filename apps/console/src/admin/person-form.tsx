import { useQueries, useQuery } from '@tanstack/react-query';
import { unitPostsQuery, unitsQuery } from '../api/queries.ts';
import type { ListedPerson, ListedPost } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import type { Option } from '../forms/fields.ts';
import { today } from '../i18n/dates.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import { ChangeForm } from './change-form.tsx';
import { deputyFields, lastDayField, postFields, postOf } from './post-fields.ts';
import { roleOptions } from './roles.ts';
import { addsPost, closesAccount, endedBy, endsPerson, endsPost } from './steps.ts';
import type { Sent } from './use-steps.ts';
import { useTold } from './told.ts';

/** What is being changed of a person. */
export type Change =
  | { readonly is: 'add-post' | 'end-person' | 'close-account' }
  | { readonly is: 'end-post' | 'deputy'; readonly post: ListedPost }
  | { readonly is: 'end-deputation'; readonly of: ListedPerson['deputations'][number] };

interface Props {
  readonly person: ListedPerson;
  readonly change: Change;
  readonly units: readonly Option[];
  readonly onDone: (sent: Sent) => void;
  readonly onCancel: () => void;
}

/** Ending a right counts at once; whatever gives one waits for a second administrator. */
export function PersonForm({ person, change, units, onDone, onCancel }: Props) {
  const told = useTold();
  const both = useBoth();
  const shared = { onDone, onCancel };
  const { name } = person;
  switch (change.is) {
    case 'add-post':
      return (
        <ChangeForm
          {...shared}
          title={told('admin.addPostTo', { name })}
          submit={told('admin.propose')}
          fields={postFields({ units, roles: roleOptions(told, both) })}
          stepsOf={(body) => [
            addsPost(
              person.id,
              postOf(body),
              person.posts.map(({ id }) => id),
            ),
          ]}
        />
      );
    case 'end-post':
      return (
        <ChangeForm
          {...shared}
          title={told('admin.endPostOf', { name, title: both(change.post.title) })}
          submit={told('admin.end')}
          fields={[lastDayField()]}
          stepsOf={(body) => [endsPost(person.id, change.post, String(body['to']))]}
        >
          <Left />
        </ChangeForm>
      );
    case 'end-person':
      return (
        <ChangeForm
          {...shared}
          title={told('admin.endPersonOf', { name })}
          submit={told('admin.end')}
          fields={[lastDayField()]}
          stepsOf={(body) => endsPerson(person, String(body['to']))}
        >
          <ul>
            {endedBy(person, '').map(({ id, title, unit }) => (
              <li key={id}>
                {both(title)}, {both(unit.name)}
              </li>
            ))}
          </ul>
          <Left />
        </ChangeForm>
      );
    case 'close-account':
      return (
        <ChangeForm
          {...shared}
          title={told('admin.closeOf', { name })}
          submit={told('admin.close')}
          fields={[]}
          stepsOf={() => [closesAccount(person)]}
        >
          <p>{told('admin.closeNext')}</p>
          <Left />
        </ChangeForm>
      );
    case 'deputy':
      return <DeputyForm {...shared} person={person} post={change.post} />;
    case 'end-deputation': {
      const { post, deputy, from } = change.of;
      return (
        <ChangeForm
          {...shared}
          title={told('admin.endDeputyOf', { name: deputy.name })}
          submit={told('admin.endDeputy')}
          fields={[]}
          stepsOf={() => [{ path: '/deputy-revocations', body: { post, deputy: deputy.id, from } }]}
        >
          <p>{told('admin.endDeputyNext')}</p>
        </ChangeForm>
      );
    }
  }
}

/** Administrators see no matters: the head of the unit learns of those that are left. */
function Left() {
  const told = useTold();
  return (
    <Notice tone="soon" title={told('admin.left')}>
      <p>{told('admin.leftNext')}</p>
    </Notice>
  );
}

function DeputyForm({
  person,
  post,
  onDone,
  onCancel,
}: Pick<Props, 'person' | 'onDone' | 'onCancel'> & { readonly post: ListedPost }) {
  const say = useSay();
  const told = useTold();
  const both = useBoth();
  const people = useColleagues(post.unit.id, person.id);
  if (!people) return <p>{say('common.loading')}</p>;
  return (
    <ChangeForm
      title={told('admin.deputyOf', { name: person.name, title: both(post.title) })}
      submit={told('admin.propose')}
      fields={deputyFields(people)}
      stepsOf={({ deputy, from, to }) => [
        { path: '/deputies', body: { post: post.id, deputy, from, to } },
      ]}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}

/** The people with a post today in the unit, or in the one above it. */
function useColleagues(unit: string, but: string): readonly Option[] | undefined {
  const both = useBoth();
  const { data } = useQuery(unitsQuery);
  const parent = data?.items.find(({ id }) => id === unit)?.parent;
  const asked = [unit, ...(parent ? [parent] : [])];
  const posts = useQueries({ queries: asked.map((one) => unitPostsQuery(one, today())) });
  if (!data || posts.some(({ isPending }) => isPending)) return undefined;
  const found = new Map<string, Option>();
  for (const { data: listed } of posts)
    for (const { holder, title } of listed?.items ?? [])
      if (holder && holder.id !== but && !found.has(holder.id))
        found.set(holder.id, { value: holder.id, label: holder.name, code: both(title) });
  return [...found.values()];
}
