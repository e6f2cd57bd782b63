import {
  confirmCorrection,
  correctSender,
  declineCorrection,
  proposeReceiptDate,
  refusalsOf,
  type Acting,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  areOneWillSince,
  isKept,
  refuseKept,
  stillActs,
  useCase,
  type Asked,
  type ServiceRuntime,
} from '@minh-bach/platform';
import { matterToOpen } from '../disclose-identity/load-to-open.ts';
import type { CorrectionCommand } from '../domain/correct-receipt.ts';
import { markedSender } from '../sender-marks.ts';
import { loadPetition, petitions, type LoadedPetition } from '../petition-stream.ts';
import { confirmersOf, refuseOwnWarning } from './who-confirms.ts';

/** A person whom it names, or who deputised for a respondent, neither proposes nor confirms. */
const corrected =
  <A extends Omit<Asked, 'body'>>(
    commandOf: (
      asked: A,
      petition: LoadedPetition,
    ) => CorrectionCommand | Promise<CorrectionCommand>,
  ) =>
  async (asked: A) => {
    const { service, number, action } = asked;
    const { actor } = asked.context;
    const petition = await loadPetition(service, number, action, actor);
    const command = await commandOf(asked, petition);
    return petitions.decide(asked, petition, command, async ({ state }) => {
      await refuseKept(service, matterToOpen(petition, action), actor);
      if (state.is !== 'registered' || state.correction === null) return;
      const { correction, keptSince } = state;
      if (command.type === 'ConfirmCorrection')
        await refuseOneWill(service, petition, { proposer: correction.proposer, keptSince, actor });
    });
  };

interface Second {
  readonly proposer: Acting;
  readonly keptSince: string;
  readonly actor: Actor;
}

/** Deputies of one head are no two persons; a proposer who was named since, or whose post has ended, has no say in it. */
async function refuseOneWill(
  service: ServiceRuntime,
  petition: LoadedPetition,
  { proposer, keptSince, actor }: Second,
): Promise<void> {
  const refuse = refusalsOf(confirmCorrection);
  if (await areOneWillSince(service, keptSince, proposer, actor))
    throw refuse('ANOTHER_PERSON_CONFIRMS');
  const named = { ...actor, ...proposer };
  const proposed = matterToOpen(petition, 'petition.propose-correction');
  if (await isKept(service, proposed, named)) throw refuse('PROPOSER_NAMED');
  const { unit } = petition.registered.event.data;
  if (!(await stillActs(service, proposer, unit, 'petition.propose-correction')))
    throw refuse('PROPOSER_LEFT');
  refuseOwnWarning(await confirmersOf(service, petition, proposer), actor);
}

/** Only of the unit that registered it. */
export const proposal = useCase(
  proposeReceiptDate,
  corrected(({ body }) => ({ type: 'ProposeReceiptDate', ...body })),
);

export const confirmation = useCase(
  confirmCorrection,
  corrected(({ body }) => ({ type: 'ConfirmCorrection', ...body })),
);

/** Proposers take back their own. */
export const declination = useCase(
  declineCorrection,
  corrected(({ body }) => ({ type: 'DeclineCorrection', ...body })),
);

/** Nobody sees by it what was written before. */
export const senderCorrection = useCase(
  correctSender,
  corrected(async ({ service, body }, { isDenunciation }) => ({
    type: 'CorrectSender',
    ...body,
    ...(isDenunciation ? {} : await markedSender(service.infrastructure.vault, body)),
  })),
);

export const corrections = [proposal, confirmation, declination, senderCorrection];
