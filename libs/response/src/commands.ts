import {
  closeCase,
  confirmDay,
  declineDay,
  issueDecision,
  recordDelivery,
  sendDecision,
} from '@minh-bach/contracts';
import { refuseKept, useCase } from '@minh-bach/platform';
import { cases } from './cases.ts';
import type { CaseCommand } from './domain/case.decider.ts';
import type { ConfirmDay, DeclineDay } from './domain/settle-day.ts';
import { issuingUnit, matterFor, maySign, sendingUnit } from './issuing.ts';
import { publicationCommands } from './publishing.ts';
import { decideFor, loadFor, type Reached } from './reaching.ts';
import { refuseSecond } from './second-person.ts';
import { urgingCommands } from './urging.ts';

export const issue = useCase(issueDecision, async (asked) => {
  const { service, body, context } = asked;
  const { unit, person: issuer } = context.actor;
  const found = await loadFor(issuingUnit, asked);
  const { signer, issuedOn: on } = body;
  const signerMaySign = await maySign(service, found.state, { signer, issuer, unit, on });
  return decideFor(asked, found, { type: 'IssueDecision', ...body, signerMaySign });
});

/** The decision's way to the petitioner. */
const sending =
  <A extends Reached>(commandOf: (asked: A) => CaseCommand) =>
  async (asked: A) =>
    decideFor(asked, await loadFor(sendingUnit, asked), commandOf(asked));

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
  ...publicationCommands,
  ...urgingCommands,
  useCase(
    closeCase,
    sending(({ body }) => ({ type: 'CloseCase', ...body })),
  ),
];
