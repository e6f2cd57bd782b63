import { words } from '../../localized.ts';
import type { MatterParts, Situation } from '../situation.ts';

/** Whom handling falls to: the unit of the petition, or one above where it has nobody left. */
export const handles = ({ matter }: Situation): boolean => matter.triage?.handling.isMine === true;

/** Classified, and nobody's proposal waits for a second person. */
export const isClassified = ({ matter: { triage } }: Situation): boolean =>
  triage?.state === 'classified' && !triage.proposed;

export const isDenunciation = ({ triage }: MatterParts): boolean => triage?.kind === 'denunciation';

/** What is no denunciation any more takes a second person; so it may be proposed again. */
export const mayClassify = ({ matter: { triage } }: Situation): boolean =>
  triage !== undefined &&
  !triage.proposed &&
  (triage.state === 'taken' || (triage.state === 'classified' && triage.kind === 'denunciation'));

/** To decide otherwise than is proposed takes a reason. */
export const proposes = ({ triage }: MatterParts, outcome: string): boolean =>
  triage?.proposal?.outcomes.some(({ code }) => code === outcome) ?? false;

export const RESPONDENT_UNIT = words('Đơn vị bị khiếu nại, tố cáo, phản ánh', 'Unit complained of');
export const RESPONDENT_UNIT_HINT = words(
  'Khi tiếp nhận chưa ghi; chọn nếu nội dung đơn cho biết.',
  'Not named at registration; choose it where the content tells.',
);
export const RESPONDENTS = words('Người bị khiếu nại, tố cáo', 'People complained of');
export const REASON = words('Lý do', 'Reason');
