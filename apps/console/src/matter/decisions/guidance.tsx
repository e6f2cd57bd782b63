import { words } from '@minh-bach/contracts/browser';
import type { CaseMatter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { Written } from '../../components/page.tsx';
import { dayMonthYear, timeAndDate } from '../../i18n/dates.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';

/** What the level above was asked, and what it answered: the last by itself, earlier ones folded. */
export function Guidance({ investigation }: { investigation: CaseMatter | undefined }) {
  const say = useSay();
  const [last, ...earlier] = investigation?.guidance ?? [];
  if (!last) return null;
  const waits =
    last.answer === null &&
    investigation?.state !== 'approved' &&
    investigation?.state !== 'decided';
  return (
    <Notice tone={waits ? 'soon' : 'plain'} title={say(waits ? WAITS : ANSWERED)}>
      <Asked asked={last} />
      {earlier.length > 0 && (
        <details>
          <summary>
            {say(words(`Các lần trước (${earlier.length})`, `Earlier (${earlier.length})`))}
          </summary>
          {earlier.map((asked) => (
            <Asked key={asked.at} asked={asked} />
          ))}
        </details>
      )}
    </Notice>
  );
}

function Asked({ asked }: { asked: CaseMatter['guidance'][number] }) {
  const say = useSay();
  const both = useBoth();
  const { at, by, to, question, reason, answerBy, answer } = asked;
  const time = timeAndDate(at, say);
  const unit = both(to.name);
  const day = dayMonthYear(answerBy);
  return (
    <>
      <p>
        {say(words(`${by.name} hỏi ${unit} lúc ${time}.`, `${by.name} asked ${unit} at ${time}.`))}
      </p>
      <Written>{question ?? say('matter.erased')}</Written>
      <p>{say(WHY)}:</p>
      <Written>{reason ?? say('matter.erased')}</Written>
      {answer === null ? (
        <p>
          {say(
            words(
              `Chỉ tiêu nội bộ (không phải luật): trả lời chậm nhất ngày ${day}. Thời hạn giải quyết vụ việc vẫn chạy.`,
              `Internal target, no law: an answer by ${day}. The limit of the case runs on.`,
            ),
          )}
        </p>
      ) : (
        <>
          <p>
            <strong>
              {say(
                words(
                  `${answer.by.name}, ${answer.unit.name.vi}, trả lời lúc ${timeAndDate(answer.at, say)}:`,
                  `${answer.by.name}, ${answer.unit.name.en}, answered at ${timeAndDate(answer.at, say)}:`,
                ),
              )}
            </strong>
          </p>
          {answer.letter !== null && (
            <p>{say(words(`Văn bản số ${answer.letter}`, `Letter ${answer.letter}`))}</p>
          )}
          <Written>{answer.text ?? say('matter.erased')}</Written>
        </>
      )}
    </>
  );
}

const WAITS = words('Đang xin ý kiến cấp trên', 'Guidance asked of superior level');
const ANSWERED = words('Ý kiến của cấp trên', 'Guidance of the superior level');
const WHY = words('Lý do', 'Why');
