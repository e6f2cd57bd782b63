import {
  closeCase,
  confirmDay,
  declineDay,
  issueDecision,
  recordDelivery,
  sendDecision,
} from '@minh-bach/contracts';
import { refuseKept, useCase, type Asked } from '@minh-bach/platform';
import { cases } from './cases.ts';
import type { CaseCommand } from './domain/case.decider.ts';
import type { ConfirmDay, DeclineDay } from './domain/settle-day.ts';
import { refuseSecond } from './second-person.ts';
import { issuingUnit, matterFor, maySign, sendingUnit } from './issuing.ts';

type Reached = Omit<Asked, 'body'>;

/** For the unit that a step falls to: where those of the case's own unit are kept from it, one above. */
async function loadFor(unitOf: typeof sendingUnit, asked: Reached) {
  const { service, number, action, context } = asked;
  const { actor } = context;
  const found = await cases.load(service, number, 'case.read', actor);
  if (actor.unit !== (await unitOf(service, found.state)))
    await service.matters.assertReach(found.stream, action, actor);
  return found;
}

/** Every command of people passes here: they may have been named while it waited. */
const decide = (asked: Reached, found: Awaited<ReturnType<typeof loadFor>>, command: CaseCommand) =>
  cases.decide(asked, found, command, () =>
    refuseKept(asked.service, matterFor(found.state, asked.context.actor), asked.context.actor),
  );

export const issue = useCase(issueDecision, async (asked) => {
  const { service, body, context } = asked;
  const { unit, person: issuer } = context.actor;
  const found = await loadFor(issuingUnit, asked);
  const { signer, issuedOn: on } = body;
  const signerMaySign = await maySign(service, found.state, { signer, issuer, unit, on });
  return decide(asked, found, { type: 'IssueDecision', ...body, signerMaySign });
});

/** The decision's way to the petitioner. */
const sending =
  <A extends Reached>(commandOf: (asked: A) => CaseCommand) =>
  async (asked: A) =>
    decide(asked, await loadFor(sendingUnit, asked), commandOf(asked));

export const send = useCase(
  sendDecision,
  sending(({ body }) => ({ type: 'SendDecision', ...body })),
);

/** Of the unit of the case or of one above. */
const settling =
  <A extends Reached>(commandOf: (asked: A) => ConfirmDay | DeclineDay) =>
  async (asked: A) => {
    const { service, number, action, context } = asked;
    const { actor } = context;
    const found = await cases.load(service, number, 'case.read', actor);
    await service.matters.assertReach(found.stream, action, actor);
    const command = commandOf(asked);
    return cases.decide(asked, found, command, async ({ state }) => {
      await refuseKept(service, matterFor(found.state, actor), actor);
      if (command.type === 'ConfirmDay' && state.is !== 'unknown')
        await refuseSecond(service, state, actor);
    });
  };

export const responseCommands = [
  useCase(
    confirmDay,
    settling(({ body }) => ({ type: 'ConfirmDay', ...body })),
  ),
  useCase(
    declineDay,
    settling(({ body }) => ({ type: 'DeclineDay', ...body })),
  ),
  issue,
  send,
  useCase(
    recordDelivery,
    sending(({ body }) => ({ type: 'RecordDelivery', ...body })),
  ),
  useCase(
    closeCase,
    sending(() => ({ type: 'CloseCase' })),
  ),
];
