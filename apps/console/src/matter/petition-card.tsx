import {
  CHANNEL_WORDS,
  FORWARDER_WORDS,
  RATING_REASONS,
  SENDER_WORDS,
  STARS,
  words,
  type Stars,
} from '@minh-bach/contracts/browser';
import type { Channel, IntakeMatter } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { Card, Facts, Written } from '../components/page.tsx';
import { dayMonthYear } from '../i18n/dates.ts';
import { fileSize, fileType } from '../i18n/files.ts';
import { useBoth, useLanguage, useSay, type SayLabel } from '../i18n/language.tsx';
import { ReprintReceipt } from '../register/reprint-receipt.tsx';
import classes from './matter.module.css';

/** What reception recorded. @param sealed a denunciation: what it says lies with the identity */
export function PetitionCard({ intake, sealed }: { intake: IntakeMatter; sealed: boolean }) {
  const say = useSay();
  const both = useBoth();
  const { language } = useLanguage();
  const { file } = intake;
  const { units, people } = intake.respondents;
  return (
    <Card title={say('matter.petition')}>
      <Facts
        rows={[
          [say('matter.receivedOn'), receivedOn(intake, say)],
          intake.datedOn !== null && [say('matter.datedOn'), dayMonthYear(intake.datedOn)],
          [say('matter.channel'), both(CHANNEL_WORDS[intake.channel as Channel])],
          ...(intake.forwardedBy ? forwarderRows(intake.forwardedBy, say) : []),
          [say('matter.senderKind'), both(SENDER_WORDS[intake.senderKind])],
          [say('matter.unit'), both(intake.unit.name)],
          units.length > 0 && [
            say('matter.respondentUnit'),
            units.map(({ name }) => both(name)).join('; '),
          ],
          people.length > 0 && [
            say('matter.respondentPeople'),
            people.map(({ name }) => name).join('; '),
          ],
          ...(intake.rating ? ratingRows(intake.rating, say) : []),
          [say('matter.signed'), say(intake.signed ? 'matter.signedYes' : 'matter.signedNo')],
          [
            say('matter.file'),
            file
              ? say('matter.fileOf', {
                  type: fileType(file.type),
                  size: fileSize(file.size, language),
                })
              : say('matter.noFile'),
          ],
        ]}
      />
      {intake.withdrawal && (
        <div className={classes.asked}>
          <WithdrawalNotice asked={intake.withdrawal} />
        </div>
      )}
      {!intake.legible && <p>{say('matter.illegible')}</p>}
      <h3 className={classes.subhead}>{say('matter.summary')}</h3>
      {intake.summary === null ? (
        <p>{say(sealed ? 'matter.sealed' : 'matter.erased')}</p>
      ) : (
        <Written>{intake.summary}</Written>
      )}
      <ReprintReceipt intake={intake} />
    </Card>
  );
}

/** What its sender asked for by the code, and what that is worth. */
function WithdrawalNotice({ asked }: { asked: NonNullable<IntakeMatter['withdrawal']> }) {
  const say = useSay();
  const on = dayMonthYear(asked.on);
  return (
    <Notice
      tone="soon"
      title={say(
        asked.isWhole
          ? words(
              `Ngày ${on}, người gửi yêu cầu rút toàn bộ khiếu nại (chưa ký)`,
              `On ${on} the sender asked to withdraw all of it (unsigned)`,
            )
          : words(
              `Ngày ${on}, người gửi yêu cầu rút một phần khiếu nại (chưa ký)`,
              `On ${on} the sender asked to withdraw part of it (unsigned)`,
            ),
      )}
    >
      {asked.words !== null && <Written>{asked.words}</Written>}
      <p>
        {say(
          words(
            'Hãy mời người gửi nộp đơn rút hoặc lập biên bản, có chữ ký hoặc điểm chỉ; hỏi có bị ép buộc, đe dọa không (Luật Khiếu nại Đ.10). Yêu cầu này không dừng thời hạn nào.',
            'Ask the sender for a signed paper, or take minutes; ask whether they are forced or threatened (Law on Complaints Art. 10). This request stops no time limit.',
          ),
        )}
      </p>
    </Notice>
  );
}

/** By its sender, when they had the decision. */
function ratingRows(
  { stars, reasons, words: said }: NonNullable<IntakeMatter['rating']>,
  say: SayLabel,
): [string, string][] {
  const label = STARS[stars as Stars];
  const rated = `${stars}/5 – ${say(label)}`;
  const not = reasons.map((reason) => say(RATING_REASONS[reason]).toLowerCase());
  return [
    [
      say(words('Người gửi đơn đánh giá', 'Rated by the sender')),
      not.length > 0 ? `${rated} (${not.join(', ')})` : rated,
    ],
    ...(said === null
      ? []
      : [
          [say(words('Ý kiến của người gửi đơn', 'What the sender says')), said] as [
            string,
            string,
          ],
        ]),
  ];
}

/** With the day that stood there before it was corrected. */
function receivedOn(
  { receivedOn: day, receivedOnBefore: was }: IntakeMatter,
  say: SayLabel,
): string {
  if (was === null) return dayMonthYear(day);
  const [now, before] = [dayMonthYear(day), dayMonthYear(was)];
  return say(
    words(
      `${now} (đã đính chính, trước đây ghi ${before})`,
      `${now} (corrected, before ${before})`,
    ),
  );
}

/** Who sent it on; the name of a denunciation's forwarder stays closed. */
function forwarderRows(
  { kind, name, letter, sentOn }: NonNullable<IntakeMatter['forwardedBy']>,
  say: SayLabel,
): readonly (readonly [string, string] | false)[] {
  const by = say(FORWARDER_WORDS[kind]);
  return [
    [say(words('Nơi chuyển đơn', 'Forwarded by')), name === null ? by : `${by}: ${name}`],
    (letter !== null || sentOn !== null) && [
      say(words('Văn bản chuyển đơn', 'Its letter')),
      [letter, sentOn && dayMonthYear(sentOn)].filter(Boolean).join(', '),
    ],
  ];
}
