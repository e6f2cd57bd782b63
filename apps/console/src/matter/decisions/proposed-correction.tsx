import { CHANNEL_WORDS, PROOF_WORDS, words } from '@minh-bach/contracts/browser';
import type { IntakeMatter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { dayMonthYear, timeAndDate } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.tsx';

const TITLE = words(
  'Đính chính chờ người thứ hai xác nhận',
  'A correction waits for a second person',
);

/** What one person would correct at reception, for the second person and for everybody who waits. */
export function ProposedCorrection({ intake }: { intake: IntakeMatter }) {
  const say = useSay();
  const { me } = useSession();
  const { correction, receivedOn } = intake;
  if (!correction) return null;
  const { by, at, channel, proof, reason } = correction;
  const [from, to] = [dayMonthYear(receivedOn), dayMonthYear(correction.receivedOn)];
  const when = timeAndDate(at, say);
  const channelWords = channel && CHANNEL_WORDS[channel];
  const proofWords = PROOF_WORDS[proof];
  return (
    <Notice tone="soon" title={say(TITLE)}>
      <p>
        {say(
          words(
            `${by.name} đề nghị (${when}): ngày nhận đúng là ${to}, đang ghi ${from}.`,
            `${by.name} proposed (${when}): received on ${to}, not on ${from}.`,
          ),
        )}
      </p>
      {channelWords && (
        <p>
          {say(
            words(
              `Hình thức gửi đơn: ${channelWords.vi.toLowerCase()}.`,
              `Channel: ${channelWords.en.toLowerCase()}.`,
            ),
          )}
        </p>
      )}
      <p>
        {say(
          words(
            `Căn cứ: ${proofWords.vi.toLowerCase()}.`,
            `Proof: ${proofWords.en.toLowerCase()}.`,
          ),
        )}
      </p>
      <p>{say('proposed.why', { reason: reason ?? say('matter.erased') })}</p>
      {by.id === me.person && <p>{say('proposed.own')}</p>}
    </Notice>
  );
}
