import {
  caseOpenedV1,
  caseReceiptCorrectedV1,
  decisionDaySettledV1,
  decisionIssuedV1,
} from '@minh-bach/contracts';
import { isDomainError } from '@minh-bach/kernel';
import { NotYet, type Message } from '@minh-bach/messaging';
import { contextOfMessage, type ServiceRuntime } from '@minh-bach/platform';
import { cases } from '../cases.ts';
import type { CaseCommand } from '../domain/case.commands.ts';

/** Triage opened a case, or tells of its receipt date; or response issued its decision: each becomes an event of the case's own. */
export async function hearOfCase(message: Message, service: ServiceRuntime): Promise<void> {
  const heard = commandOf(message);
  if (!heard) return;
  try {
    await service.run({
      decider: cases.decider,
      stream: cases.nameOf(heard.number),
      command: heard.command,
      context: contextOfMessage(service.secret, service.name, message),
    });
  } catch (error) {
    if (isDomainError(error, 'CASE_UNKNOWN')) throw new NotYet(`case ${heard.number}`);
    throw error;
  }
}

function commandOf({ type, data }: Message): { number: string; command: CaseCommand } | undefined {
  switch (type) {
    case 'CaseOpened': {
      const opened = caseOpenedV1.parse(data);
      return { number: opened.case, command: { type: 'ReceiveCase', case: opened } };
    }
    case 'DecisionIssued': {
      const { case: number, decisionNumber, issuedOn, countsFrom } = decisionIssuedV1.parse(data);
      const counts = countsFrom === undefined ? {} : { countsFrom };
      return { number, command: { type: 'NoteDecision', decisionNumber, issuedOn, ...counts } };
    }
    case 'DecisionDaySettled': {
      const { case: number, of, ...told } = decisionDaySettledV1.parse(data);
      const on = told.isConfirmed ? told.day : told.countsFrom;
      return of === 'issue' ? { number, command: { type: 'SettleDecisionDay', on } } : undefined;
    }
    case 'CaseReceiptCorrected': {
      const { case: number, receivedOn } = caseReceiptCorrectedV1.parse(data);
      return { number, command: { type: 'NoteReceipt', receivedOn } };
    }
    default:
      return undefined;
  }
}
