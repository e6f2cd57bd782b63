import { words } from '@minh-bach/contracts/browser';
import type { ResponseMatter } from '../api/types.ts';
import { Written } from '../components/page.tsx';
import { dayMonthYear, timeAndDate } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import classes from './matter.module.css';

/** How far the text for everybody has come: for the second reader, what they are to read. */
export function Publication({ publication }: { publication: ResponseMatter['publication'] }) {
  const say = useSay();
  const { last, pending, published, takingBack, takenBack } = publication;
  if (!last) return null;
  const at = timeAndDate(last.at, say);
  return (
    <section className={classes.publication}>
      <h3 className={classes.subhead}>{say(words('Công khai quyết định', 'Publication'))}</h3>
      {published && (
        <p>
          {say(
            words(
              `Đã công khai ngày ${dayMonthYear(published.on)}; mọi người xem được bản dưới đây.`,
              `Published on ${dayMonthYear(published.on)}; everybody can read the text below.`,
            ),
          )}
        </p>
      )}
      {takingBack && (
        <p className={classes.waits}>
          {say(
            words(
              `${takingBack.by.name} đề nghị gỡ bản công khai; chờ người thứ hai xác nhận. Lý do: ${takingBack.reason ?? ERASED.vi}`,
              `${takingBack.by.name} proposes to take it back; a second person is to confirm. Reason: ${takingBack.reason ?? ERASED.en}`,
            ),
          )}
        </p>
      )}
      {pending && (
        <p className={classes.waits}>
          {say(pending.isOwn ? OWN : TO_READ)}
          {!last.compared && ` ${say(UNCOMPARED)}`}
        </p>
      )}
      {!pending && !published && last.returned !== null && (
        <p className={classes.waits}>
          {say(words(`Bị trả lại: ${last.returned}`, `Returned: ${last.returned}`))}
        </p>
      )}
      {takenBack && !pending && (
        <p className={classes.waits}>
          {say(
            words(
              'Đã gỡ: bản dưới đây không còn công khai.',
              'Taken back: the text below is no longer public.',
            ),
          )}
        </p>
      )}
      {!published && !(takenBack && !pending) && (
        <p className={classes.law}>
          {say(
            words(
              `Phiên bản ${last.version}, ${last.by.name} chuẩn bị (${at})`,
              `Version ${last.version}, by ${last.by.name} (${at})`,
            ),
          )}
        </p>
      )}
      <div className={classes.piece}>
        <Written>{textOf(publication) ?? say(ERASED)}</Written>
      </div>
    </section>
  );
}

function textOf({ last, pending, published, takenBack }: ResponseMatter['publication']) {
  if (published) return published.text;
  return takenBack && !pending ? takenBack.text : (last?.text ?? null);
}

const ERASED = words('Nội dung đã được xóa', 'The text was erased');
const OWN = words(
  'Chờ người thứ hai đọc và xác nhận. Người chuẩn bị không tự xác nhận.',
  'A second person is to read and confirm it. Who prepared it cannot.',
);
const TO_READ = words(
  'Hãy đọc hết bản dưới đây rồi xác nhận công khai, hoặc trả lại.',
  'Read all of the text below, then publish or return it.',
);
const UNCOMPARED = words(
  'Hệ thống không đối chiếu được với thông tin niêm phong của người gửi đơn: hãy đọc kỹ hơn.',
  'It could not be compared with what is sealed of the sender: read with more care.',
);
