import { ADDRESSEE_WORDS, words } from '@minh-bach/contracts/browser';
import type { ResponseMatter } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { dayMonthYear } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';

type Waiting = ResponseMatter['waiting'][number];

const TITLE = words('Ngày chờ người thứ hai xác nhận', 'A day waits for a second person');
const MEANWHILE = words(
  'Trong lúc chờ, thời hạn và thời gian được khiếu nại lần hai tính theo ngày ghi nhận. Đây là quy định nội bộ.',
  'Until then, limits and the time for a second complaint count by the day of recording. This is an internal rule.',
);
const OWN = words(
  'Ngày này do bạn, hoặc người bạn thay mặt, ghi: một người khác xác nhận.',
  'You recorded this day, or somebody you act for: another person confirms it.',
);
const NEXT = words(
  'Xác nhận lần lượt, từ ngày ghi trước.',
  'They are confirmed one by one, the earliest record first.',
);

/** Days that one person said long after, or once a limit was over; what counts meanwhile. */
export function WaitingDays({ response }: { response: ResponseMatter }) {
  const say = useSay();
  const { waiting } = response;
  if (waiting.length === 0) return null;
  return (
    <Notice tone="soon" title={say(TITLE)}>
      <ul>
        {waiting.map((one, i) => (
          <li key={`${i} ${one.of}`}>{say(sentence(one))}</li>
        ))}
      </ul>
      <p>{say(MEANWHILE)}</p>
      {waiting.length > 1 && <p>{say(NEXT)}</p>}
      {waiting[0]?.confirmedBy && <p>{say(whoConfirms(waiting[0].confirmedBy, response.unit))}</p>}
      {waiting[0]?.isOwn && <p>{say(OWN)}</p>}
    </Notice>
  );
}

function sentence({ of, to, day, countsFrom, by }: Waiting) {
  const [on, recorded] = [dayMonthYear(day), dayMonthYear(countsFrom)];
  const whom = ADDRESSEE_WORDS[to];
  const whomVi = `${whom.vi.charAt(0).toLowerCase()}${whom.vi.slice(1)}`;
  const said = {
    issue: words(`quyết định được ban hành ngày ${on}`, `the decision was issued on ${on}`),
    sending: words(
      `quyết định được gửi đến ${whomVi} ngày ${on}`,
      `the decision was sent to ${whom.en.toLowerCase()} on ${on}`,
    ),
    receipt: words(`người gửi đơn nhận quyết định ngày ${on}`, `the sender received it on ${on}`),
  }[of];
  return words(
    `Ngày ${recorded}, ${by.name} ghi: ${said.vi}.`,
    `On ${recorded}, ${by.name} recorded: ${said.en}.`,
  );
}

type Unit = ResponseMatter['unit'];

/** Above the top is nobody: there somebody of the unit does. */
const whoConfirms = ({ id, name }: Unit, late: Unit) =>
  id === late.id
    ? words(
        'Theo ngày này, việc đã quá hạn sẽ thành đúng hạn, nên người đã là thủ trưởng hoặc thay mặt thủ trưởng đơn vị không xác nhận.',
        'By this day, what was late would be in time, so nobody who headed the unit, or acted for its head, confirms it.',
      )
    : words(
        `Theo ngày này, việc đã quá hạn sẽ thành đúng hạn, nên đơn vị quá hạn không tự xác nhận: ${name.vi} hoặc đơn vị cấp trên nữa xác nhận.`,
        `By this day, what was late would be in time, so the late unit does not confirm it: ${name.en}, or a unit above, does.`,
      );
