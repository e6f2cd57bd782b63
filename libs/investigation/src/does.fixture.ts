import type { Actor } from '@minh-bach/kernel';
import type { UseCase } from '@minh-bach/platform';
import { ask, askedBy, type TestService } from '@minh-bach/platform/specs';
import { investigationCommands } from './commands/index.ts';
import type { CaseCommand } from './domain/case.commands.ts';
import { CASE } from './investigation.fixture.ts';

const NAMES = {
  AssignCase: 'assign-case',
  RecordEvidence: 'record-evidence',
  ProposeConclusion: 'propose-conclusion',
  ApproveConclusion: 'approve-conclusion',
  ReturnConclusion: 'return-conclusion',
} as const;

/** For specs: someone asks for what the decider's command says, as the door would hand it on. */
export async function does(
  investigation: TestService,
  actor: Actor,
  { type, ...body }: Extract<CaseCommand, { readonly type: keyof typeof NAMES }>,
  number = CASE,
): Promise<void> {
  const all: readonly UseCase[] = investigationCommands;
  const found = all.find(({ definition }) => definition.name === NAMES[type]);
  if (!found) throw new Error(`no use case for ${type}`);
  await ask(investigation.service, found, number, body, askedBy(actor));
  await investigation.caughtUp();
}
