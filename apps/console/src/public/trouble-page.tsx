import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { PublicFrame } from './frame.tsx';

/** A page that does not come now. */
export function TroublePage() {
  const say = useSay();
  return (
    <PublicFrame>
      <PageTitle title={say('trouble.title')} lead={say('trouble.lead')} isFirst />
    </PublicFrame>
  );
}
