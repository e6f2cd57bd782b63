import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { PublicFrame } from './frame.tsx';
import { TrackForm } from './track-form.tsx';
import { TrackedPetition } from './tracked.tsx';
import { useTracking } from './use-tracking.ts';
import type { TrackAnswer } from './use-tracking.ts';

/** The holder of a receipt code sees where the petition stands. */
export function TrackPage({ answer }: { answer?: TrackAnswer }) {
  const say = useSay();
  const tracking = useTracking(answer);
  const { tracked, rate, withdraw, clear } = tracking;
  return (
    <PublicFrame>
      <PageTitle
        title={say(tracked ? 'track.found' : 'track.title')}
        description={say('track.description')}
        isFirst
      />
      {tracked ? (
        <TrackedPetition
          tracked={tracked}
          {...(answer ? {} : { onAnother: clear, onRate: rate, onWithdraw: withdraw })}
        />
      ) : (
        <TrackForm tracking={tracking} />
      )}
    </PublicFrame>
  );
}
