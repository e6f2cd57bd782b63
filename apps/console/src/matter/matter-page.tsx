import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { matterQuery } from '../api/queries.ts';
import { useArrived } from '../api/use-arrived.ts';
import { Problem } from '../api/problem.ts';
import { PageTitle } from '../components/page.tsx';
import { PendingNotice } from '../components/pending-notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import { DecisionPanel } from './decisions/decision-panel.tsx';
import { DueDates } from './due-dates.tsx';
import { IdentityBar } from './identity-bar.tsx';
import { IdentityCard } from './identity/identity-card.tsx';
import { openingFor } from './identity/opening.ts';
import { Notes } from './notes.tsx';
import { PastMatter } from './past/past-matter.tsx';
import { PetitionCard } from './petition-card.tsx';
import { ResponseCard } from './response-card.tsx';
import { SimilarPetitions } from './similar/similar.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { WorkCard } from './work/work-card.tsx';
import classes from './matter.module.css';

const route = getRouteApi('/console/ho-so/$number');

/** One matter, whatever service each part of it lies in, as it stands or as it stood. */
export default function MatterPage() {
  const { number } = route.useParams();
  const { luc } = route.useSearch();
  return luc === undefined ? (
    <PresentMatter key={number} number={number} />
  ) : (
    <PastMatter number={number} luc={luc} />
  );
}

function PresentMatter({ number }: { number: string }) {
  const say = useSay();
  const { post } = useSession();
  const { data: matter, error, refetch } = useQuery(matterQuery(number));
  const arrived = useArrived(matter);
  if (!matter || !arrived) {
    if (!error) return <p>{say('common.loading')}</p>;
    return <NoMatter number={number} error={error} onRetry={() => void refetch()} />;
  }
  const { intake, investigation, response } = matter;
  const opening = intake && openingFor(intake, post);
  return (
    <>
      <IdentityBar number={number} matter={matter} />
      <PendingNotice services={matter.pending} />
      <div className={classes.grid} data-petition={intake !== undefined}>
        {intake && (
          <div className={classes.petition}>
            <PetitionCard intake={intake} sealed={intake.isDenunciation} />
            <SimilarPetitions matter={matter} />
          </div>
        )}
        <div className={classes.side}>
          <DecisionPanel number={number} matter={matter} />
          <DueDates matter={matter} />
          {opening && <IdentityCard intake={intake} response={response} opening={opening} />}
          <Notes matter={matter} />
        </div>
        <div className={classes.rest}>
          {investigation && <WorkCard investigation={investigation} />}
          {response && <ResponseCard response={response} />}
          <Timeline number={number} />
        </div>
      </div>
    </>
  );
}

/** Unknown and forbidden look alike. */
function NoMatter({
  number,
  error,
  onRetry,
}: {
  number: string;
  error: Error;
  onRetry: () => void;
}) {
  const say = useSay();
  if (error instanceof Problem && error.status === 404)
    return <PageTitle title={say('common.notFound')} lead={say('common.notFoundNext')} />;
  return (
    <>
      <PageTitle title={say('matter.title', { number })} />
      <ProblemNotice problem={error} onRetry={onRetry} />
    </>
  );
}
