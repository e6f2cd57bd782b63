import { words } from '@minh-bach/contracts/browser';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { DisclosedIdentity, ResponseMatter } from '../../api/types.ts';
import { Facts, Written } from '../../components/page.tsx';
import { timeAndDate } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.tsx';
import type { Opened } from './identity-card.tsx';
import { Mailing } from './mailing.tsx';
import classes from './identity.module.css';

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
  const { me } = useSession();
  const watermark = say('identity.watermark', { name: me.name, time: timeAndDate(at, say) });
  useEffect(() => () => (scan ? URL.revokeObjectURL(scan.url) : undefined), [scan]);
  const sender = identity?.sender;
  return (
    <div className={classes.opened}>
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
      {scan &&
        (scan.type.startsWith('image/') ? (
          <img className={classes.scan} src={scan.url} alt={say('identity.scanAlt')} />
        ) : (
          <p>
            <a href={scan.url} download={`${number}.pdf`}>
              {say('identity.saveFile')}
            </a>
          </p>
        ))}
      <div className={classes.watermark} style={{ backgroundImage: drawn(watermark) }} />
      <p className={classes.note}>
        {watermark}. {say('identity.willHide')}
      </p>
      <div className={classes.buttons}>
        {sender && response?.decision && <Mailing sender={sender} response={response} />}
        <Button variant="default" onClick={onHide}>
          {say('identity.hide')}
        </Button>
      </div>
    </div>
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

/** As a picture: what it says stands in words below it. */
function drawn(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="110"><text x="-10" y="96" transform="rotate(-16 0 96)" font-family="sans-serif" font-size="14" fill="#6b2377" fill-opacity=".16">${escaped}</text></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
