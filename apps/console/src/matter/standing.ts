import type { LocalizedText, IntakeMatter, Matter } from '../api/types.ts';

type State = IntakeMatter['state'];

const DECIDED: readonly State[] = [
  'decision_issued',
  'decision_sent',
  'decision_delivered',
  'closed',
];
const BEYOND_TRIAGE: readonly State[] = [
  'under_verification',
  'awaiting_approval',
  'concluded',
  ...DECIDED,
];

/**
 * Where a matter stands: the furthest that is known from the parts one sees. Intake is told of progress in
 * all of them, so it speaks for those that are out of sight or do not answer.
 */
export function standingOf({
  intake,
  triage,
  investigation,
  response,
}: Matter): LocalizedText | undefined {
  if (response) return response.stateText;
  const hidden = investigation ? DECIDED : BEYOND_TRIAGE;
  if (intake && hidden.includes(intake.state)) return intake.stateText;
  return (investigation ?? triage ?? intake)?.stateText;
}
