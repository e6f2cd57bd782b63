import { words } from '@minh-bach/contracts/browser';
import type { DisclosedIdentity, ResponseMatter } from '../../api/types.ts';
import { Facts, Written } from '../../components/page.tsx';
import { useSay } from '../../i18n/language.tsx';
import type { Opened } from './identity-card.tsx';
import { Mailing } from './mailing.tsx';
import { OpenedScan } from './opened-scan.tsx';
import { Watermarked } from './watermarked.tsx';

/** What was opened, under a watermark of who looks and since when. */
export function OpenedIdentity({
  opened: { identity, scan, at },
  number,
  response,
  onHide,
}: {
  opened: Opened;
  number: string;
  response: ResponseMatter | undefined;
  onHide: () => void;
}) {
  const say = useSay();
  const sender = identity?.sender;
  return (
    <Watermarked
      at={at}
      onHide={onHide}
      beside={sender && response?.decision && <Mailing sender={sender} response={response} />}
    >
      {identity && !sender && <p>{say('matter.erased')}</p>}
      {sender && (
        <Facts
          rows={[
            [say('register.name'), sender.name],
            [say('register.address'), sender.address ?? '–'],
            [say('register.phone'), sender.phone ?? '–'],
            [say('register.email'), sender.email ?? '–'],
            [say('register.idNumber'), sender.idNumber ?? '–'],
            identity?.fileName != null && [say('identity.fileName'), identity.fileName],
          ]}
        />
      )}
      {identity?.senderBefore && <Before sender={identity.senderBefore} />}
      {identity?.statement != null && (
        <>
          <h3>{say('matter.summary')}</h3>
          <Written>{identity.statement}</Written>
        </>
      )}
      {scan && <OpenedScan scan={scan} alt={say('identity.scanAlt')} name={number} />}
    </Watermarked>
  );
}

/** What was written first, where it was corrected since. */
function Before({ sender }: { sender: NonNullable<DisclosedIdentity['senderBefore']> }) {
  const say = useSay();
  const rows = [
    [say('register.name'), sender.name],
    [say('register.address'), sender.address ?? '–'],
    [say('register.phone'), sender.phone ?? '–'],
    [say('register.email'), sender.email ?? '–'],
    [say('register.idNumber'), sender.idNumber ?? '–'],
  ] as const;
  return (
    <details>
      <summary>
        {say(words('Thông tin ghi trước khi đính chính', 'As written before the correction'))}
      </summary>
      <Facts rows={rows} />
    </details>
  );
}
