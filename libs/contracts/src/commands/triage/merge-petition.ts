import type { IntakeMatter } from '../../http/intake.http.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { line, text } from '../fields.ts';
import { REASON, handles, isDenunciation } from './of-petition.ts';

type Similar = NonNullable<IntakeMatter['similar']>[number];

/** The same sender's that are undecided: into others nothing is merged. */
export const mergeable = (intake: Pick<IntakeMatter, 'similar'> | undefined): Similar[] =>
  (intake?.similar ?? []).filter(({ state, sameSender }) => sameSender && STILL.includes(state));
const STILL: readonly string[] = ['received', 'classified'];

/** Nhập đơn trùng: it is dealt with together with another petition of the same content. */
export const mergePetition = defineCommand({
  name: 'merge-petition',
  route: 'triage/petitions/:number/merging',
  action: 'petition.merge',
  summary: words(
    'Nhập đơn trùng vào một đơn khác có cùng nội dung',
    'Merges a duplicate into another petition of the same content',
  ),
  ifMatch: true,
  refusals: [
    'ALREADY_DECIDED',
    'AWAITING_SECOND_PERSON',
    'MERGE_BY_CORRECTOR',
    'MERGE_BY_VERIFIER',
    'MERGE_CONTENT_DIFFERS',
    'MERGE_DENUNCIATION',
    'MERGE_HOLDS_OTHERS',
    'MERGE_INTO_ITSELF',
    'MERGE_INTO_LATER',
    'MERGE_KIND_DIFFERS',
    'MERGE_OVERDUE',
    'MERGE_REGISTERED_BY_NAMED',
    'MERGE_RESPONDENTS_DIFFER',
    'MERGE_SENDERS_DIFFER',
    'MERGE_TARGET_UNKNOWN',
    'MERGE_TARGET_SETTLED',
    'TOO_OFTEN_TODAY',
  ],
  body: {
    into: line(20, words('Nhập vào đơn số', 'Into petition'), {
      hint: words(
        'Số đơn có dạng D26-12345678-9. Đơn đó phải của cùng người gửi, cùng đơn vị, cùng loại, nêu cùng người, đơn vị bị khiếu nại và cùng nội dung, nhận không muộn hơn đơn này và chưa được xử lý.',
        'As in D26-12345678-9: of the same sender, unit, kind, respondents and content, received no later than this one, and undecided.',
      ),
    }),
    reason: text(2000, REASON, { rows: 3 }),
  },
  forms: [
    {
      id: 'merge',
      title: words('Nhập trùng', 'Merge duplicate'),
      reaches: handles,
      offered: ({ matter }) => {
        const { triage } = matter;
        if (!triage || triage.isKept || triage.proposed) return false;
        if (triage.isDenunciation || isDenunciation(matter)) return false;
        const isUndecided = triage.state === 'taken' || triage.state === 'classified';
        return isUndecided && triage.merged.from.length === 0;
      },
      asks: ({ intake }) => [{ of: 'into', initial: mergeable(intake)[0]?.number ?? '' }, 'reason'],
      effect: () =>
        words(
          'Đơn này kết thúc tại đây và được giải quyết cùng đơn kia; thời hạn riêng của đơn này không tính nữa. Có thể tách lại: khi đó thời hạn lại tính từ ngày nhận đơn.',
          'This one ends here and is dealt with in the other; its own limits end. It can be taken out again: its limits then count from its receipt, as before.',
        ),
      minor: true,
    },
  ],
});

/** Tách lại: it is dealt with by itself again, as if it had never been merged. */
export const unmergePetition = defineCommand({
  name: 'unmerge-petition',
  route: 'triage/petitions/:number/unmerging',
  action: 'petition.merge',
  summary: words(
    'Tách lại đơn đã nhập; thời hạn tính từ ngày nhận như trước',
    'Takes a merged petition out again; its limits count from its receipt as before',
  ),
  ifMatch: true,
  refusals: ['NOT_MERGED', 'TOO_OFTEN_TODAY'],
  body: { reason: text(2000, REASON, { rows: 3 }) },
  forms: [
    {
      id: 'unmerge',
      title: words('Tách lại', 'Take out again'),
      reaches: handles,
      offered: ({ matter: { triage } }) => triage?.outcome === 'merged' && !triage.isKept,
      effect: () =>
        words(
          'Đơn trở lại tình trạng trước khi nhập. Thời hạn tính từ ngày nhận đơn như trước khi nhập, nên có thể đã quá hạn.',
          'The petition stands as before. Its limits count from its receipt, as if it had not been merged; they may be over.',
        ),
    },
  ],
});
