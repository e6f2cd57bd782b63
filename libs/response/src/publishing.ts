import {
  confirmPublication,
  confirmTakingBack,
  declineTakingBack,
  preparePublication,
  proposeTakingBack,
  refusalsOf,
  returnPublication,
  type Acting,
} from '@minh-bach/contracts';
import { areOneWillSince, openWorking, refuseKept, useCase } from '@minh-bach/platform';
import type { Requested } from './domain/case.decider.ts';
import { keptSinceOf } from './domain/case.state.ts';
import { checkFor, decideFor, loadFor, type Reached, type Found } from './reaching.ts';
import { matterFor, sendingUnit } from './issuing.ts';
import { senderIn } from './published/sender-in-text.ts';

/** Whom it names learns nothing of it, not even what a text is refused for. */
async function load(asked: Reached): Promise<Found> {
  const found = await loadFor(sendingUnit, asked);
  const { service, context } = asked;
  await refuseKept(service, matterFor(found.state, context.actor), context.actor);
  return found;
}

/** Deputies of one head are no two persons. */
const bySecond =
  (asked: Reached, first: (state: Requested) => Acting | undefined) =>
  async ({ state }: { readonly state: Requested }) => {
    const proposer = first(state);
    if (!proposer) return;
    const { service, context } = asked;
    if (await areOneWillSince(service, keptSinceOf(state.concluded), proposer, context.actor))
      throw refusalsOf(confirmPublication)('SECOND_READER_NEEDED');
  };

const UNCOMPARED = { namesSender: false, compared: false };

/** It is answered from what is stored: nothing is compared again for it. */
const isRepeated = ({ context }: Reached, { events }: Found): boolean =>
  events.some(({ metadata }) => metadata.commandId === context.commandId);

/** Last, once nothing else refuses the command: it costs more than all else that is looked at. */
const compared = ({ service, context }: Reached, { state }: Found, text: string) =>
  senderIn(service, { petitions: state.concluded.petitions, text, person: context.actor.person });

const prepare = useCase(preparePublication, async (asked) => {
  const found = await load(asked);
  const command = { type: 'PreparePublication', ...asked.body, ...UNCOMPARED } as const;
  if (isRepeated(asked, found)) return decideFor(asked, found, command);
  await checkFor(asked, found, command);
  const said = await compared(asked, found, command.text);
  return decideFor(asked, found, { ...command, ...said });
});

/** The text that waits, opened for the one who confirms; none where its key is gone. */
async function pendingText({ service, context }: Reached, found: Found): Promise<string> {
  const events = await openWorking(service, {
    actor: context.actor,
    purpose: 'read-case',
    stream: found.stream,
    events: found.events,
  });
  const texts = events.flatMap(({ event }) =>
    event.type === 'PublicationPrepared' ? [event.data.text] : [],
  );
  const last = texts.at(-1);
  if (typeof last !== 'string') throw refusalsOf(confirmPublication)('NO_PUBLICATION_PENDING');
  return last;
}

const confirm = useCase(confirmPublication, async (asked) => {
  const found = await load(asked);
  const command = { type: 'ConfirmPublication', ...asked.body, text: '', ...UNCOMPARED } as const;
  const second = bySecond(asked, ({ publication }) => publication.pending?.by);
  if (isRepeated(asked, found)) return decideFor(asked, found, command, second);
  await checkFor(asked, found, command, second);
  const text = await pendingText(asked, found);
  const said = await compared(asked, found, text);
  return decideFor(asked, found, { ...command, text, ...said }, second);
});

const giveBack = useCase(returnPublication, async (asked) =>
  decideFor(asked, await load(asked), { type: 'ReturnPublication', ...asked.body }),
);

const propose = useCase(proposeTakingBack, async (asked) =>
  decideFor(asked, await load(asked), { type: 'ProposeTakingBack', ...asked.body }),
);

const takeBack = useCase(confirmTakingBack, async (asked) => {
  const second = bySecond(asked, ({ publication }) => publication.takingBack?.by);
  return decideFor(asked, await load(asked), { type: 'ConfirmTakingBack' }, second);
});

const leave = useCase(declineTakingBack, async (asked) =>
  decideFor(asked, await load(asked), { type: 'DeclineTakingBack', ...asked.body }),
);

/** What everybody may read of a decision, and that it is no longer shown. */
export const publicationCommands = [confirm, prepare, giveBack, propose, takeBack, leave];
