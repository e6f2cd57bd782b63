import type { TriageMatter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { timeAndDate } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.tsx';

/** What one person proposes for a denunciation, for the second person and for everybody who waits. */
export function Reclassification({
  proposal,
}: {
  proposal: NonNullable<TriageMatter['reclassification']>;
}) {
  const say = useSay();
  const { me } = useSession();
  const { kind, by, at, reason } = proposal;
  const what = {
    name: by.name,
    kind: say(`kind.${kind}`).toLowerCase(),
    time: timeAndDate(at, say),
  };
  return (
    <Notice tone="soon" title={say('reclassification.title')}>
      <p>{say('reclassification.what', what)}</p>
      <p>{say('reclassification.why', { reason: reason ?? say('matter.erased') })}</p>
      {by.id === me.person && <p>{say('reclassification.own')}</p>}
    </Notice>
  );
}
