import type { TriageMatter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { timeAndDate } from '../../i18n/dates.ts';
import { useBoth, useSay } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.tsx';
import { decisionInWords } from './decision-in-words.ts';

/** What one person would decide on a denunciation, for the second person and for everybody who waits. */
export function ProposedDecision({
  proposed,
}: {
  proposed: NonNullable<TriageMatter['proposed']>;
}) {
  const say = useSay();
  const both = useBoth();
  const { me } = useSession();
  const { decision, competentBody, names, by, at, reason } = proposed;
  const what = decisionInWords(decision, say, both);
  return (
    <Notice tone="soon" title={say('proposed.title')}>
      <p>{say('proposed.what', { name: by.name, what, time: timeAndDate(at, say) })}</p>
      {competentBody !== null && <p>{say('proposed.body', { body: competentBody })}</p>}
      {names && (
        <p>
          {say('proposed.names', {
            names: [
              ...names.units.map(({ name }) => both(name)),
              ...names.people.map(({ name }) => name),
            ].join('; '),
          })}
        </p>
      )}
      <p>{say('proposed.why', { reason: reason ?? say('matter.erased') })}</p>
      {by.id === me.person && <p>{say('proposed.own')}</p>}
    </Notice>
  );
}
