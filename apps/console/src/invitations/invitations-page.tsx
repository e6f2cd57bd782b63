import { PageTitle } from '../components/page.tsx';
import { useSay } from '../i18n/language.tsx';
import { InviteForm } from './invite-form.tsx';
import { OpenInvitations } from './open-invitations.tsx';

/** For administrators: it takes two of them to make an account. */
export default function InvitationsPage() {
  const say = useSay();
  return (
    <>
      <PageTitle title={say('invitations.title')} lead={say('invitations.lead')} />
      <InviteForm />
      <OpenInvitations />
    </>
  );
}
