import { urgeLowerUnit } from '@minh-bach/contracts/browser';
import type { Matter, TriageMatter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { Written } from '../../components/page.tsx';
import { dayMonthYear, timeAndDate } from '../../i18n/dates.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';

/** What the level above asks of the unit, in the part of the matter that is not done. */
export function UrgedParts({ matter: { triage, investigation, response } }: { matter: Matter }) {
  return (
    <>
      {triage && (triage.state === 'taken' || triage.state === 'classified') && (
        <Urged urgings={triage.urgings} />
      )}
      {investigation && investigation.state !== 'decided' && (
        <Urged urgings={investigation.urgings} />
      )}
      {response && response.state !== 'closed' && <Urged urgings={response.urgings} />}
    </>
  );
}

/** The last word, and how often. */
function Urged({ urgings }: Pick<TriageMatter, 'urgings'>) {
  const say = useSay();
  const both = useBoth();
  const [last] = urgings;
  if (!last) return null;
  const { at, by, unit, to, ground, law, letter, letterOn, request, report } = last;
  return (
    <Notice tone="soon" title={say('urged.title', { unit: both(to.name), n: urgings.length })}>
      <p>{say('urged.by', { name: by.name, unit: both(unit.name), time: timeAndDate(at, say) })}</p>
      <p>{say('urged.ground', { ground: both(ground), law })}</p>
      {letter !== null && <p>{say('urged.letter', { letter })}</p>}
      {letterOn !== null && (
        <p>
          {both(urgeLowerUnit.body.letterOn.label)}: {dayMonthYear(letterOn)}
        </p>
      )}
      <Written>{request ?? say('matter.erased')}</Written>
      {report && (
        <>
          <p>
            {say('urged.reported', { name: report.by.name, time: timeAndDate(report.at, say) })}
          </p>
          {report.letter !== null && <p>{say('urged.letter', { letter: report.letter })}</p>}
          <Written>{report.text ?? say('matter.erased')}</Written>
        </>
      )}
    </Notice>
  );
}
