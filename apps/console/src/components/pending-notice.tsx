import { serviceWords } from '@minh-bach/contracts/browser';
import { useSay } from '../i18n/language.tsx';
import { Notice } from './notice.tsx';

/** Services that did not answer are named, not left out. */
export function PendingNotice({ services }: { services: readonly string[] }) {
  const say = useSay();
  if (services.length === 0) return null;
  const names = services.map((name) => say(serviceWords(name)));
  return (
    <Notice
      tone="soon"
      role="status"
      title={say('common.pending', { services: names.join(', ') })}
    />
  );
}
