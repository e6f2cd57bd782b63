import { KIND_WORDS, words } from '@minh-bach/contracts/browser';
import type { LocalizedText, PetitionKind } from '../api/types.ts';
import { dayMonthYear, moment } from '../i18n/dates.ts';
import { QrCode } from './qr-code.tsx';
import classes from './receipt-paper.module.css';

export interface Receipt {
  /** That received it. */
  readonly unit: LocalizedText | undefined;
  readonly number: string;
  readonly kind: PetitionKind;
  readonly receivedOn: string;
  readonly registeredAt: string;
  /** `undefined`: the code was shown once, and nobody here knows it any more. */
  readonly groups?: readonly string[];
}

/**
 * The receipt on paper, A5: in Vietnamese, with English below it, whatever language staff read. Nothing of
 * the sender or the content is on it, and of a denunciation not what it is: the paper may be found at home.
 */
export function ReceiptPaper({ unit, number, kind, receivedOn, registeredAt, groups }: Receipt) {
  const page = `${window.location.origin}/tra-cuu`;
  const { time, date } = moment(registeredAt);
  return (
    <div className={classes.paper} aria-hidden="true" lang="vi">
      {unit && <p className={classes.unit}>{unit.vi}</p>}
      <p className={classes.title}>
        <Two of={words('Giấy biên nhận đơn', 'Receipt')} />
      </p>
      <dl className={classes.facts}>
        <Fact of={words('Số đơn', 'Number')} said={number} isStrong />
        {kind !== 'denunciation' && (
          <Fact
            of={words('Loại đơn', 'Kind')}
            said={`${KIND_WORDS[kind].vi} (${KIND_WORDS[kind].en})`}
          />
        )}
        <Fact of={words('Ngày nhận', 'Received on')} said={dayMonthYear(receivedOn)} isStrong />
        <Fact of={words('Vào sổ lúc', 'Recorded at')} said={`${time} ngày ${date}`} />
        <Fact of={words('Số tờ đơn và tài liệu', 'Sheets received')} said="……………………" />
      </dl>
      <div className={classes.box}>
        <div>
          <p>
            <Two of={words('Mã tra cứu', 'Receipt code')} />
          </p>
          {groups ? (
            <p className={classes.code}>
              {groups.map((group, i) => (
                <span key={i}>{group}</span>
              ))}
            </p>
          ) : (
            <p className={classes.gone}>{GONE.vi}</p>
          )}
          <p>
            Nhập mã tại <strong>{page}</strong>
          </p>
        </div>
        <QrCode text={page} className={classes.qr ?? ''} />
      </div>
      <ul className={classes.notes}>
        {NOTES.map((note) => (
          <li key={note.vi}>
            <Two of={note} />
          </li>
        ))}
      </ul>
      <div className={classes.signature}>
        <p>
          <strong>Cán bộ tiếp nhận</strong>
        </p>
        <p>(Ký, ghi rõ họ tên)</p>
      </div>
    </div>
  );
}

const GONE = words(
  'Đã trao một lần khi tiếp nhận; hệ thống không giữ mã nên không in lại được.',
  'Handed over once, at the desk; it cannot be printed again.',
);

const NOTES: readonly LocalizedText[] = [
  words(
    'Nhập mã để biết đơn đang ở bước nào, bước tiếp theo và chậm nhất ngày nào.',
    'Enter the code to see where it stands, what comes next and by which day.',
  ),
  words(
    'Ai có mã đều xem được tình trạng đơn: hãy giữ kín. Gọi điện thì đọc số đơn, không đọc mã.',
    'Anyone with the code can see it: keep it to yourself. On the phone, give the number, not the code.',
  ),
  words(
    'Mã không cấp lại được. Mất mã, hãy mang giấy tờ tùy thân đến nơi nhận đơn để hỏi.',
    'A lost code is not given again: bring an identity paper to the office that received it.',
  ),
];

const Two = ({ of: { vi, en } }: { of: LocalizedText }) => (
  <>
    {vi} <small lang="en">{en}</small>
  </>
);

function Fact({
  of,
  said,
  isStrong = false,
}: {
  of: LocalizedText;
  said: string;
  isStrong?: boolean;
}) {
  return (
    <>
      <dt>
        <Two of={of} />
      </dt>
      <dd>{isStrong ? <strong>{said}</strong> : said}</dd>
    </>
  );
}
