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

type Unit = IntakeMatter['unit'];

/** Above the top is nobody: there somebody of the unit does. */
const whoConfirms = ({ id, name }: Unit, late: Unit) =>
  id === late.id
    ? words(
        'Đơn này đã bị ghi nhận quá hạn theo ngày đang ghi. Đính chính có thể thu hồi việc đó, nên người đã là thủ trưởng hoặc thay mặt thủ trưởng đơn vị không xác nhận.',
        'This petition is noted as late by the date on record. The correction may take that back, so nobody who headed the unit, or acted for its head, confirms it.',
      )
    : words(
        `Cấp trên đã được báo cáo đơn này quá hạn theo ngày đang ghi. Đính chính có thể thu hồi báo cáo đó, nên đơn vị quá hạn không tự xác nhận: ${name.vi} hoặc đơn vị cấp trên nữa xác nhận.`,
        `The superior was told that this petition is late by the date on record. The correction may take that back, so the late unit does not confirm it: ${name.en}, or a unit above, does.`,
      );

/** What one person would correct at reception, for the second person and for everybody who waits. */
export function ProposedCorrection({ intake }: { intake: IntakeMatter }) {
  const say = useSay();
  const { me } = useSession();
  const { correction, receivedOn } = intake;
  if (!correction) return null;
  const { by, at, channel, proof, reason, confirmedBy } = correction;
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
      {confirmedBy && <p>{say(whoConfirms(confirmedBy, intake.unit))}</p>}
      {by.id === me.person && <p>{say('proposed.own')}</p>}
    </Notice>
  );
}
