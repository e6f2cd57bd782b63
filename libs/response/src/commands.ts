import { closeCase, issueDecision, recordDelivery, sendDecision } from '@minh-bach/contracts';
import { useCase } from '@minh-bach/platform';
import { cases } from './cases.ts';
import { issuingUnit, maySign } from './issuing.ts';

/** Where the heads of its unit are respondents, the head above issues it. */
export const issue = useCase(issueDecision, async (asked) => {
  const { service, number, action, body, context } = asked;
  const { unit, person: issuer } = context.actor;
  const found = await cases.load(service, number, 'case.read', context.actor);
  if (unit !== (await issuingUnit(service, found.state)))
    await service.matters.assertReach(found.stream, action, context.actor);
  const { signer, issuedOn: on } = body;
  const signerMaySign = await maySign(service, found.state, { signer, issuer, unit, on });
  return cases.decide(asked, found, { type: 'IssueDecision', ...body, signerMaySign });
});

export const send = useCase(
  sendDecision,
  cases.reached(({ body }) => ({ type: 'SendDecision', ...body })),
);

/** The decision's way to the petitioner. */
export const responseCommands = [
  issue,
  send,
  useCase(
    recordDelivery,
    cases.reached(({ body }) => ({ type: 'RecordDelivery', ...body })),
  ),
  useCase(
    closeCase,
    cases.reached(() => ({ type: 'CloseCase' })),
  ),
];
