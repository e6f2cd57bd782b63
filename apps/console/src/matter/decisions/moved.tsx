import type { TriageMatter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { useBoth, useSay } from '../../i18n/language.tsx';

/** Nobody in its unit may handle the denunciation, so it has gone up: to whom, and why. */
export function Moved({ triage: { unit, handling } }: { triage: TriageMatter }) {
  const say = useSay();
  const both = useBoth();
  const own = both(unit.name);
  return (
    <Notice tone="soon" title={say(handling.isMine ? 'moved.here' : 'moved.title')}>
      <p>
        {handling.unit
          ? say('moved.text', { own, unit: both(handling.unit.name) })
          : say('moved.nobody', { own })}
      </p>
    </Notice>
  );
}
