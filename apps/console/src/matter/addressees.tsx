import { ADDRESSEE_WORDS, SENDING_WORDS, words } from '@minh-bach/contracts/browser';
import type { ResponseMatter } from '../api/types.ts';
import { dayMonthYear } from '../i18n/dates.ts';
import { useSay } from '../i18n/language.tsx';
import classes from './matter.module.css';

/** Whom the law names for the decision: what was sent to whom, how, and when it arrived. */
export function Addressees({ response }: { response: ResponseMatter }) {
  const say = useSay();
  const { addressees, addressedBy } = response;
  return (
    <section>
      <h3 className={classes.subhead}>{say(HEADING)}</h3>
      {addressedBy !== null && <p className={classes.law}>{addressedBy}</p>}
      <ul className={classes.addressees}>
        {addressees.map((one, i) => (
          <li key={`${i} ${one.to}`} data-sent={one.sentOn !== null}>
            <strong>{say(ADDRESSEE_WORDS[one.to])}</strong>
            <span>{say(sentence(one))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const HEADING = words('Nơi nhận quyết định', 'Whom the decision goes to');

type Addressee = ResponseMatter['addressees'][number];

function sentence({ sentOn, method, item, receivedOn, proof }: Addressee) {
  if (sentOn === null || method === null) return words('Chưa gửi', 'Not sent yet');
  const [how, on] = [SENDING_WORDS[method], dayMonthYear(sentOn)];
  const no = item === null ? words('', '') : words(`, số ${item}`, `, no. ${item}`);
  const by =
    proof === null
      ? words('', '')
      : words(` (giấy báo phát, biên nhận số ${proof})`, ` (receipt ${proof})`);
  const got =
    receivedOn === null
      ? words('chưa ghi ngày nhận', 'receipt not recorded')
      : words(
          `đã nhận ngày ${dayMonthYear(receivedOn)}${by.vi}`,
          `received on ${dayMonthYear(receivedOn)}${by.en}`,
        );
  return words(
    `Gửi ngày ${on}, ${how.vi.charAt(0).toLowerCase()}${how.vi.slice(1)}${no.vi}; ${got.vi}`,
    `Sent on ${on}, ${how.en.toLowerCase()}${no.en}; ${got.en}`,
  );
}
