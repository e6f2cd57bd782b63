import { PageTitle } from '../components/page.tsx';
import { useBoth, useSay } from '../i18n/language.tsx';
import { TRIAL_UNITS } from './content/units.ts';
import type { ReceivingUnit } from './content/units.ts';
import { PublicFrame } from './frame.tsx';
import { Points, Said } from './said.tsx';
import { useSite } from './site.tsx';
import classes from './portal.module.css';

const LAW = [
  {
    vi: 'Người đứng đầu cơ quan trực tiếp tiếp công dân ít nhất một ngày mỗi tháng.',
    en: 'The head of a body receives citizens in person at least one day a month.',
    law: 'Luật Tiếp công dân Đ.18 k.2',
  },
  {
    vi: 'Lịch tiếp công dân được niêm yết chậm nhất 5 ngày làm việc trước buổi tiếp.',
    en: 'The schedule is posted at least 5 working days before.',
    law: 'Luật Tiếp công dân Đ.24 k.4',
  },
  {
    vi: 'Kết quả xử lý ban đầu được thông báo trong 10 ngày làm việc.',
    en: 'You are told within 10 working days what becomes of it.',
    law: 'Luật Tiếp công dân Đ.28 k.1',
  },
];

/** Where and when people are received, what to bring, and what the law promises. */
export function ReceptionPage() {
  const say = useSay();
  const { isTrial } = useSite();
  return (
    <PublicFrame>
      <PageTitle title={say('reception.title')} lead={say('reception.lead')} isFirst />
      <section className={classes.section}>
        <h2>{say('reception.where')}</h2>
        {isTrial ? (
          <>
            <p className={classes.invented}>{say('reception.invented')}</p>
            <div className={classes.units}>
              {TRIAL_UNITS.map((unit) => (
                <Unit key={unit.code} unit={unit} />
              ))}
            </div>
          </>
        ) : (
          <p>{say('reception.none')}</p>
        )}
      </section>
      <section className={classes.section}>
        <h2>{say('reception.bring')}</h2>
        <Points ids={['reception.bring1', 'reception.bring2', 'reception.bring3']} />
      </section>
      <section className={classes.section}>
        <h2>{say('reception.law')}</h2>
        <ul className={classes.points}>
          {LAW.map((line) => (
            <li key={line.law}>
              <Said line={line} />
            </li>
          ))}
        </ul>
      </section>
    </PublicFrame>
  );
}

function Unit({ unit }: { unit: ReceivingUnit }) {
  const say = useSay();
  const both = useBoth();
  const rows = [
    ['reception.address', both(unit.address)],
    ['reception.hours', both(unit.hours)],
    ['reception.head', both(unit.head)],
    ['reception.phone', unit.phone],
  ] as const;
  return (
    <section className={classes.unit}>
      <h3>{say('reception.unit', { name: both(unit.name) })}</h3>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
