import { reaches, type Action } from '@minh-bach/contracts';
import type { EventStore, Position } from '@minh-bach/event-store';
import { DomainError, Together, type Actor } from '@minh-bach/kernel';
import type { DataSource } from 'typeorm';
import type { Organisation } from '../organisation/organisation.ts';
import type { Protection } from './protection.ts';
import type { Shield } from './shield.ts';

/** A stream of this service that someone may read. */
export interface ReachedStream {
  readonly stream: string;
  /** One of its petitions is a denunciation, or was found to be one: what it says stays sealed. */
  readonly isDenunciation: boolean;
  /** Of its petitions, as this was judged by. */
  readonly protections: readonly Protection[];
}

export interface Reached {
  readonly streams: readonly ReachedStream[];
  /** The end of the log before this was judged: what was recorded later has not been judged. */
  readonly until: Position;
}

interface Link {
  readonly matter: string;
  readonly stream: string;
  readonly unit: string | null;
  readonly petitions: readonly string[];
}

const LINKS = `
  SELECT s.matter, s.stream, u.unit, ARRAY(SELECT m.matter FROM matter_streams m
                                  WHERE m.stream = s.stream AND m.matter LIKE 'D%') AS petitions
    FROM matter_streams s LEFT JOIN stream_units u USING (stream)`;

type Asker = Pick<Actor, 'person' | 'unit' | 'deputyFor'>;

/** Which of this service's streams a number means, and who reaches them. */
export class Matters {
  readonly #links = new Together<string, readonly Link[]>(async (numbers) => {
    const sql = `${LINKS} WHERE s.matter = ANY ($1) ORDER BY s.stream`;
    const links = await this.rows.query<Link[]>(sql, [numbers]);
    return numbers.map((number) => links.filter(({ matter }) => matter === number));
  });

  constructor(
    private readonly rows: DataSource,
    private readonly organisation: Organisation,
    private readonly shield: Shield,
    private readonly store: Pick<EventStore, 'head'>,
  ) {}

  /**
   * The streams of a petition or case that someone reaches by an action, and with them those that
   * belong to no unit of their own (disclosures, reserved numbers). The streams of other units stay
   * closed, though they tell of the same matter; so do those of a denunciation to its respondents.
   *
   * @throws DomainError `NOT_FOUND`, the same for what is unknown and what is not theirs to see
   */
  async streamsOf(number: string, action: Action, asker: Asker): Promise<Reached> {
    const until = await this.store.head();
    const links = await this.#links.ask(number);
    const open = await this.#unshielded(links, number, asker);
    const units = [...new Set(open.map(({ unit }) => unit).filter((unit) => unit !== null))];
    const reached = new Set<string>();
    for (const unit of units)
      if (reaches(action, asker.unit, unit, await this.organisation.unitsAbove(unit)))
        reached.add(unit);
    // What nobody has is asked about like what is hidden: time tells nothing either.
    if (units.length === 0) await this.organisation.unitsAbove(asker.unit);
    if (reached.size === 0) throw new DomainError('NOT_FOUND');
    const streams = open.filter(({ unit }) => unit === null || reached.has(unit));
    return { streams, until };
  }

  /** Refuses a stream that the actor does not reach. @throws DomainError `NOT_FOUND` */
  async assertReach(stream: string, action: Action, asker: Asker): Promise<void> {
    const [link] = await this.rows.query<Link[]>(`${LINKS} WHERE s.stream = $1 LIMIT 1`, [stream]);
    const [open] = await this.#unshielded(link ? [link] : [], stream, asker);
    const above = await this.organisation.unitsAbove(open?.unit ?? asker.unit);
    if (!open?.unit || !reaches(action, asker.unit, open.unit, above))
      throw new DomainError('NOT_FOUND');
  }

  /** Asks the same of a number that nobody has. */
  async #unshielded(links: readonly Link[], asked: string, asker: Asker) {
    const petitions = [...new Set(links.flatMap((link) => link.petitions))];
    const judged = await Promise.all(
      (petitions.length > 0 ? petitions : [asked]).map(async (petition) => {
        const protection = await this.shield.protectionOf(petition);
        const isKept = await this.shield.isRespondent(asker, protection);
        return [petition, { isKept, protection }] as const;
      }),
    );
    const known = new Map(judged);
    return links
      .filter((link) => !link.petitions.some((petition) => known.get(petition)?.isKept))
      .map(({ petitions: about, stream, unit }) => {
        const protections = about.map((petition) => known.get(petition)!.protection);
        const isDenunciation = protections.some((one) => one.isDenunciation);
        return { stream, unit, isDenunciation, protections };
      });
  }
}
