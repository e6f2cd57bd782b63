import { relationWords, standingRelations, words } from '@minh-bach/contracts/browser';
import type { CaseMatter, Matter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { Written } from '../../components/page.tsx';
import { timeAndDate } from '../../i18n/dates.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';

/** How people stand to the case: why it came back, or whom it cannot be given to. */
export function Relations({ matter }: { matter: Matter }) {
  const say = useSay();
  const { investigation } = matter;
  const standing = standingRelations(matter);
  if (!investigation || standing.length === 0) return null;
  const last = standing.findLast(({ declined }) => declined);
  const isBack = investigation.state === 'received' && last !== undefined;
  const isHolder = standing.some(({ person }) => person.id === investigation.assignee?.id);
  const title = isBack
    ? words(
        `${last.person.name} từ chối xác minh vì có xung đột lợi ích`,
        `${last.person.name} declined to verify for a conflict of interest`,
      )
    : isHolder
      ? words(
          'Người đang xác minh có quan hệ đã khai báo',
          'It was declared how the present verifier stands to the case',
        )
      : words('Quan hệ đã khai báo', 'Declared relations');
  return (
    <Notice tone={isBack || isHolder ? 'soon' : 'plain'} title={say(title)}>
      <ul>
        {standing.map((one) => (
          <Declared key={one.item} declared={one} />
        ))}
      </ul>
    </Notice>
  );
}

function Declared({ declared }: { declared: CaseMatter['relations'][number] }) {
  const say = useSay();
  const both = useBoth();
  const { person, relation, isOwn, by, at, note, rule } = declared;
  const time = timeAndDate(at, say);
  return (
    <li>
      <strong>{person.name}</strong>: {say(relationWords(relation))}.{' '}
      {say(
        isOwn
          ? words(`Tự khai báo lúc ${time}.`, `Declared by themselves at ${time}.`)
          : words(`${by.name} báo lúc ${time}.`, `Reported by ${by.name} at ${time}.`),
      )}
      {relation !== null && <Written>{note ?? say('matter.erased')}</Written>}
      {rule && <p>{both(rule.text)}</p>}
    </li>
  );
}
