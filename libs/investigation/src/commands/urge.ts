import { reportCaseDelay, urgeCase } from '@minh-bach/contracts';
import { useCase } from '@minh-bach/platform';
import { holdingUnit, urgedBy } from './judging-unit.ts';
import { decide, load } from './work.ts';

/** Only from directly above, by the people and respondents of this moment. */
export const urging = useCase(urgeCase, async (asked) => {
  const { service, action, body, context } = asked;
  const found = await load(asked);
  await service.matters.assertReach(found.stream, action, context.actor);
  const { state, isDenunciation } = found;
  const to = await urgedBy(service, state, context.actor);
  return decide(asked, found, { type: 'UrgeCase', ...body, to, isDenunciation });
});

/** From the unit that the case lies with: its own, or one above it. */
export const delayReport = useCase(reportCaseDelay, async (asked) => {
  const { service, action, body, context } = asked;
  const { actor } = context;
  const found = await load(asked);
  if ((await holdingUnit(service, found.state)) !== actor.unit)
    await service.matters.assertReach(found.stream, action, actor);
  return decide(asked, found, { type: 'ReportDelay', ...body });
});
