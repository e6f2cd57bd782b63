import { useId, useState } from 'react';
import { words } from '@minh-bach/contracts/browser';
import { Link } from '@tanstack/react-router';
import type { IntakeMatter, Matter } from '../../api/types.ts';
import { Card } from '../../components/page.tsx';
import { dayMonthYear } from '../../i18n/dates.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';
import { Comparison } from './comparison.tsx';
import classes from './similar.module.css';

type Similar = NonNullable<IntakeMatter['similar']>;

const SAME_SENDER = words('Cùng người gửi', 'Same sender');
const SAME_CONTENT = words('Nội dung giống nhau', 'Alike in content');
const COMPARE = words('So sánh hai đơn', 'Compare the two');
const CLOSE = words('Đóng phần so sánh', 'Close the comparison');
const HINT = words(
  'Hệ thống chỉ gợi ý; người xử lý đọc cả hai đơn rồi quyết định.',
  'Only a hint: read both before you decide.',
);

/** Petitions that may be the same again, each beside this one when asked for. */
export function SimilarPetitions({ matter }: { matter: Matter }) {
  const say = useSay();
  const similar: Similar = matter.intake?.similar ?? [];
  const n = similar.length;
  if (n === 0) return null;
  const title = say(
    words(
      `Có ${n} đơn có thể trùng`,
      n === 1 ? '1 possible duplicate' : `${n} possible duplicates`,
    ),
  );
  return (
    <Card title={title} className={classes.card}>
      <p className={classes.hint}>{say(HINT)}</p>
      <ul className={classes.list}>
        {similar.map((one) => (
          <li key={one.number}>
            <One similar={one} matter={matter} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function One({ similar, matter }: { similar: Similar[number]; matter: Matter }) {
  const say = useSay();
  const both = useBoth();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { number, gist, unit, receivedOn, stateText, sameSender } = similar;
  return (
    <>
      <p className={classes.head}>
        <Link to="/ho-so/$number" params={{ number }}>
          {number}
        </Link>
        <strong>{say(sameSender ? SAME_SENDER : SAME_CONTENT)}</strong>
        <span>{both(stateText)}</span>
      </p>
      {gist !== null && <p>{gist}</p>}
      <p className={classes.meta}>
        {both(unit.name)} · {dayMonthYear(receivedOn)}
      </p>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {say(open ? CLOSE : COMPARE)}
      </button>
      <div id={id} hidden={!open}>
        {open && <Comparison matter={matter} number={number} />}
      </div>
    </>
  );
}
