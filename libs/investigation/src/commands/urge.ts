import { mayReport, reportCaseDelay, urgeCase } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
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

/** From the unit that was urged, or that the case lies with by now. */
export const delayReport = useCase(reportCaseDelay, async (asked) => {
  const { service, body, context } = asked;
  const found = await load(asked);
  const holding = await holdingUnit(service, found.state);
  if (!mayReport(found.state, holding, context.actor.unit)) throw new DomainError('NOT_FOUND');
  return decide(asked, found, { type: 'ReportDelay', ...body });
});
