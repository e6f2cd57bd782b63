import {
  PETITION_STATE_WORDS,
  isSameSender,
  type IntakeMatter,
  type Role,
} from '@minh-bach/contracts';
import { isDomainError, type Actor } from '@minh-bach/kernel';
import { unitRefs, type ServiceRuntime } from '@minh-bach/platform';
import { mayOpenSender } from '../disclose-identity/may-open-sender.ts';
import { loadPetition, type LoadedPetition } from '../petition-stream.ts';
import { AlikeRows, isCutOff } from './alike-rows.ts';
import type { LikenessRow } from './likeness.entity.ts';

type Similar = NonNullable<IntakeMatter['similar']>;

export const SIMILAR_AT_MOST = 5;

/** The person who asks, with the roles of the post they act in. */
interface Asker {
  readonly actor: Actor;
  readonly roles: readonly Role[];
}

/**
 * Petitions that may be the same again: of the same sender with the same content first, then of the sender,
 * then of the content. Only those that the asker may open: each is loaded for the asker as its page would
 * be. Of a denunciation none, and no denunciation is one.
 *
 * That two have one sender is told only to those who may open the sender of both: who knows one of the two
 * would know the other. For all others it is as if senders were not compared.
 *
 * @returns `null` where the rows are too old to tell, or to look took too long
 */
export async function similarTo(
  service: ServiceRuntime,
  petition: LoadedPetition,
  asker: Asker,
): Promise<Similar | null> {
  if (petition.isDenunciation || petition.state.everDenunciation) return [];
  return new Likeness(service, asker)
    .of(petition.registered.event.data.petition)
    .catch((error: unknown) => {
      if (isLate(error)) return null;
      throw error;
    });
}

/** What one page asks for. */
class Likeness {
  readonly #loaded = new Map<string, Promise<LoadedPetition | undefined>>();
  readonly #mayOpen = new Map<string, Promise<boolean>>();

  constructor(
    private readonly service: ServiceRuntime,
    private readonly asker: Asker,
  ) {}

  async of(number: string): Promise<Similar> {
    const alike = await AlikeRows.of(this.service, number, this.asker.actor);
    if (!alike) return [];
    const { own } = alike;
    const bySender = (await this.#opens(number))
      ? await alike.found('sender', (row) => this.#opensRow(row), SIMILAR_AT_MOST)
      : [];
    const byContent = await alike.found(
      'content',
      async ({ petition }) => (await this.#visible(petition)) !== undefined,
      SIMILAR_AT_MOST,
    );
    const same = new Set(bySender.map(({ petition }) => petition));
    const contents = new Set(byContent.map(({ petition }) => petition));
    const rest = byContent.filter(({ petition }) => !same.has(petition));
    const inBoth = bySender.filter(({ petition }) => contents.has(petition));
    const senders = bySender.filter(({ petition }) => !contents.has(petition));
    const rows = [...inBoth, ...senders, ...rest].slice(0, SIMILAR_AT_MOST);
    return this.#told(own, rows, await this.#opens(number));
  }

  async #told(own: LikenessRow, rows: readonly LikenessRow[], opensOwn: boolean): Promise<Similar> {
    const unit = await unitRefs(this.service.organisation);
    const told = rows.map(async (row) => {
      const other = (await this.#visible(row.petition))!;
      const { data } = other.registered.event;
      const isSame = opensOwn && isSameSender(marksOf(own), marksOf(row));
      return {
        number: row.petition,
        kind: other.state.kind,
        gist: data.gist,
        unit: unit(data.unit),
        receivedOn: other.state.receivedOn,
        state: other.state.state,
        stateText: PETITION_STATE_WORDS[other.state.state],
        sameSender: isSame && (await this.#opens(row.petition)),
      };
    });
    return Promise.all(told);
  }

  /** Unknown and forbidden are left out alike; so is what is or was a denunciation. */
  #visible(number: string): Promise<LoadedPetition | undefined> {
    return remembered(this.#loaded, number, async () => {
      const action = 'petition.read-received';
      const found = await loadPetition(this.service, number, action, this.asker.actor).catch(
        (error: unknown) => {
          if (isDomainError(error, 'NOT_FOUND')) return undefined;
          throw error;
        },
      );
      return found && !found.isDenunciation && !found.state.everDenunciation ? found : undefined;
    });
  }

  #opens(number: string): Promise<boolean> {
    const { actor, roles } = this.asker;
    return remembered(this.#mayOpen, number, () =>
      mayOpenSender(this.service, number, actor, roles),
    );
  }

  async #opensRow({ petition }: LikenessRow): Promise<boolean> {
    return (await this.#visible(petition)) !== undefined && this.#opens(petition);
  }
}

function remembered<T>(
  known: Map<string, Promise<T>>,
  key: string,
  find: () => Promise<T>,
): Promise<T> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

const marksOf = ({ name, address, phone, idNumber }: LikenessRow) =>
  Object.fromEntries(
    Object.entries({ name, address, phone, idNumber }).filter(
      (mark): mark is [string, string] => mark[1] !== null,
    ),
  );

const isLate = (error: unknown): boolean =>
  isCutOff(error) ||
  isDomainError(error, 'PROJECTION_LATE') ||
  isDomainError(error, 'READ_MODEL_STOPPED');
