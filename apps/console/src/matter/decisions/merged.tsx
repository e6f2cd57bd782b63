import { words } from '@minh-bach/contracts/browser';
import { Link } from '@tanstack/react-router';
import type { TriageMatter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { useSay } from '../../i18n/language.tsx';

const INTO = words('Đã nhập vào đơn khác', 'Merged into another petition');
const INTO_LEAD = words('Được giải quyết cùng đơn', 'Dealt with together with');
const FROM = words('Có đơn trùng đã nhập vào đơn này', 'Duplicates are merged into this one');

/** Links both ways, to what the reader may open. */
export function Merged({ merged: { into, from } }: Pick<TriageMatter, 'merged'>) {
  const say = useSay();
  const link = (number: string) => (
    <Link key={number} to="/ho-so/$number" params={{ number }}>
      {number}
    </Link>
  );
  return (
    <>
      {into !== null && (
        <Notice title={say(INTO)}>
          <p>
            {say(INTO_LEAD)} {link(into)}.
          </p>
        </Notice>
      )}
      {from.length > 0 && (
        <Notice title={say(FROM)}>
          <ul>
            {from.map((number) => (
              <li key={number}>{link(number)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
