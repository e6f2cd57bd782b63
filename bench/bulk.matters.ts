// Petitions in bulk: decided, sealed and appended as at the desk, then taken by triage's own consumer.
import { randomUUID } from 'node:crypto';
import { intakeService, petitionDecider, receiptCodeDecider } from '@minh-bach/intake';
import {
  drawNumber,
  isDomainError,
  type Actor,
  type Decider,
  type DomainEvent,
} from '@minh-bach/kernel';
import {
  CommandRunner,
  publicationOf,
  registryOf,
  type CommandRun,
  type ServiceDefinition,
  type ServiceRuntime,
} from '@minh-bach/platform';
import { triageService } from '@minh-bach/triage';
import type { Folder } from './bulk.folder.ts';
import { PETITION } from './http.loads.ts';
import { withReceipt } from './http.send.ts';

const { registerPetitionSchema } = await import('@minh-bach/contracts');

/** Commands under way: the log puts together what comes together. */
const AT_ONCE = 200;
const RECEIVER: Actor = { person: 'dung', role: 'receiver', unit: 'HQ-SM' };

/** All of them in one unit, the hardest case. Resolves when triage has taken all. @returns the last number */
export async function makeMatters(
  folder: Folder,
  matters: number,
  say: (line: string) => void = () => undefined,
): Promise<string> {
  const begun = performance.now();
  const intake = serviceOf(folder, intakeService);
  const triage = serviceOf(folder, triageService);
  const messaging = folder.messagingOf(AT_ONCE);
  let taken = 0;
  const { promise: allTaken, resolve: hasTakenAll } = Promise.withResolvers<void>();
  await messaging.consume({
    ...{ group: triageService.name, topics: triageService.topics },
    async handler(message) {
      await triageService.handle!(message, triage as ServiceRuntime);
      taken += 1;
      if (taken % 10_000 === 0)
        say(
          `${taken} matters, ${Math.round((taken * 1000) / (performance.now() - begun))} a second`,
        );
      if (taken >= matters) hasTakenAll();
    },
  });
  let [left, last] = [matters, ''];
  const registerSome = async () => {
    while (left-- > 0) {
      const number = await register(intake);
      if (number === undefined) left += 1;
      else last = number;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, registerSome));
  if (matters > 0) await allTaken;
  await messaging.close();
  return last;
}

/** As much of a running service as commands need. */
function serviceOf({ infrastructure, clock }: Folder, definition: ServiceDefinition) {
  const { store, vault, secretOf } = infrastructure;
  const [secret, publication] = [secretOf(definition.name), publicationOf(definition)!];
  const registry = registryOf(definition);
  const runner = new CommandRunner({ store, vault, registry, clock, secret, publication });
  return {
    ...{ name: definition.name, secret },
    run: <S, C, E extends DomainEvent>(run: CommandRun<S, C, E>) => runner.run(run),
  };
}
type Service = Pick<ReturnType<typeof serviceOf>, 'secret' | 'run'>;

/** Its code is taken, then it is registered. @returns nothing where the number is another's already */
async function register({ secret, run }: Service): Promise<string | undefined> {
  const { file: _, respondents: __, ...body } = registerPetitionSchema.parse(withReceipt(PETITION));
  const context = contextOf(RECEIVER);
  const number = drawNumber(
    ...(['petition', secret, context.commandId, Number(body.receivedOn.slice(0, 4))] as const),
  );
  const said = { statement: null, named: true, unit: RECEIVER.unit, file: null };
  const petition = { ...body, ...said, petition: number };
  const code = { decider: receiptCodeDecider, stream: `intake.receipt-code.${body.receiptHash}` };
  await run({ ...code, command: null, context, read: [] });
  const command = { type: 'RegisterPetition', petition } as const;
  const stream = `intake.petition-${number}`;
  try {
    await run({ decider: petitionDecider, stream, command, context, read: [] });
    return number;
  } catch (error) {
    if (isDomainError(error, 'NUMBER_TAKEN')) return undefined;
    throw error;
  }
}

/** Adds notes to a petition, so many a day until today, as those who handle it do. */
export async function addNotes(
  folder: Folder,
  number: string,
  notes: number,
  aDay: number,
): Promise<void> {
  const { clock } = folder;
  const triage = serviceOf(folder, triageService);
  const decider = triageService.clockDecider as Decider<unknown, object, DomainEvent>;
  const now = Date.now();
  for (let n = 0; n < notes; n += 1) {
    clock.set(new Date(now - Math.ceil((notes - n) / aDay) * 86_400_000 + (n % aDay) * 1000));
    const command = { type: 'AddNote', text: `Đã liên hệ bộ phận kiểm hóa, lần ${n + 1}.` };
    const context = contextOf({ person: 'giang', role: 'classifier', unit: 'HQ-SM' });
    await triage.run({ decider, stream: `triage.petition-${number}`, command, context });
  }
  clock.set(new Date());
}

/** As the door makes it. */
function contextOf(actor: Actor) {
  const id = randomUUID();
  return { commandId: id, requestHash: 'bench', correlationId: id, causationId: id, actor };
}
