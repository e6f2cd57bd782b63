import { useQuery } from '@tanstack/react-query';
import {
  CHANNEL_WORDS,
  KIND_WORDS,
  SENDER_WORDS,
  words,
  type LocalizedText,
} from '@minh-bach/contracts/browser';
import { matterQuery } from '../../api/queries.ts';
import type { Channel, Matter } from '../../api/types.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { dayMonthYear } from '../../i18n/dates.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';
import classes from './similar.module.css';

/** Two whole petitions, fact by fact. The other is read as its own page is, by the same rights. */
export function Comparison({ matter, number }: { matter: Matter; number: string }) {
  const say = useSay();
  const facts = useFacts();
  const { data: other, error, refetch } = useQuery(matterQuery(number));
  if (!other && error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!other) return <p>{say('common.loading')}</p>;
  const [own, theirs] = [facts(matter), facts(other)];
  const here = matter.intake?.number ?? '';
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{say(CAPTION)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(FACT)}</th>
          <th scope="col">{say(words(`Đơn này, ${here}`, `This one, ${here}`))}</th>
          <th scope="col">{say(words(`Đơn ${number}`, `Petition ${number}`))}</th>
        </tr>
      </thead>
      <tbody>
        {own.map(([label, value], i) => {
          const against = theirs[i]?.[1] ?? '–';
          const differs = value !== against;
          return (
            <tr key={label} data-differs={differs}>
              <th scope="row">
                {label}
                {differs && <span className={classes.mark}>{say(DIFFERS)}</span>}
              </th>
              <td data-of={here}>{value}</td>
              <td data-of={number}>{against}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const CAPTION = words(
  'Hai đơn cạnh nhau; chỗ khác nhau được đánh dấu.',
  'Side by side; differences are marked.',
);
const FACT = words('Mục', 'Fact');
const DIFFERS = words('Khác nhau', 'Different');
const YES = words('Có', 'Yes');
const NO = words('Không', 'No');

/** The same rows for every petition, so that two stand side by side. */
function useFacts() {
  const say = useSay();
  const both = useBoth();
  const day = (date: string | null) => (date === null ? '–' : dayMonthYear(date));
  const refs = (all: readonly { readonly name: LocalizedText }[]) =>
    all.map(({ name }) => both(name)).join('; ') || '–';
  return ({ intake, triage }: Matter): readonly (readonly [string, string])[] => {
    if (!intake) return [];
    const kind = triage?.kind ?? intake.declaredKind;
    return [
      [say(words('Trích yếu', 'Gist')), intake.gist ?? '–'],
      [say(words('Loại đơn', 'Kind')), both(KIND_WORDS[kind])],
      [say(words('Tình trạng', 'State')), both(triage?.stateText ?? intake.stateText)],
      [say('matter.receivedOn'), day(intake.receivedOn)],
      [say('matter.datedOn'), day(intake.datedOn)],
      [say('matter.channel'), both(CHANNEL_WORDS[intake.channel as Channel])],
      [say('matter.senderKind'), both(SENDER_WORDS[intake.senderKind])],
      [say('matter.unit'), both(intake.unit.name)],
      [say('matter.respondentUnit'), refs(intake.respondents.units)],
      [
        say('matter.respondentPeople'),
        intake.respondents.people.map(({ name }) => name).join('; ') || '–',
      ],
      [say('matter.signed'), say(intake.signed ? YES : NO)],
      [say('matter.summary'), intake.summary ?? '–'],
    ];
  };
}
