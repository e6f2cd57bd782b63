import { reaches } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { unitsSeen, type ServiceRuntime } from '@minh-bach/platform';
import { QueryFailedError, type Repository } from 'typeorm';
import { LikenessRow } from './likeness.entity.ts';

const WITHIN_DAYS = 90;
const AT_ONCE = 20;
/** Rows that are looked at, of those found in one way. */
const ROWS_AT_MOST = 100;

/**
 * The newest of those that an index finds, whose words are compared: that costs some 40 µs a row, 500 ms of
 * 20,000.
 */
const COMPARED_AT_MOST = 1_000;
/** What takes longer is cut off: few connections serve the lists of all. */
const WITHIN = '3s';

const SAME_SENDER = `(row.idNumber = :idNumber
  OR (row.name = :name AND (row.phone = :phone OR row.address = :address)))`;
/** Of one kind about one unit within these days. */
const SAME_SUBJECT = `(row.respondentUnit = :respondentUnit AND row.kind = :kind
  AND row.receivedOn BETWEEN CAST(:receivedOn AS date) - ${WITHIN_DAYS}
                         AND CAST(:receivedOn AS date) + ${WITHIN_DAYS})`;
/** And half of all their words are in both. */
const SAME_CONTENT = `coalesce(${SAME_SUBJECT} AND 3 * cardinality(ARRAY(SELECT unnest(row.words) INTERSECT SELECT unnest(CAST(:words AS text[]))))
      >= cardinality(row.words) + cardinality(CAST(:words AS text[]))
  AND cardinality(row.words) > 0, false)`;

/**
 * Each finds by itself: what is found by the content is the same, whatever is known of senders. `among` is
 * what indexes find.
 */
const WAYS = {
  content: { among: SAME_SUBJECT, is: SAME_CONTENT },
  sender: { among: SAME_SENDER, is: SAME_SENDER },
} as const;

/** Petitions that are like one, the likest and the newest first, in units where the asker may be told so. */
export class AlikeRows {
  private constructor(
    private readonly service: ServiceRuntime,
    private readonly actor: Actor,
    readonly own: LikenessRow,
    private readonly units: readonly string[],
  ) {}

  /** @returns undefined where nothing may be like it */
  static async of(
    service: ServiceRuntime,
    number: string,
    actor: Actor,
  ): Promise<AlikeRows | undefined> {
    await service.lists.fresh();
    const own = await cutOff(service, (rows) => rows.findOneBy({ petition: number }));
    if (!own || own.kind === 'denunciation') return undefined;
    return new AlikeRows(service, actor, own, await unitsSeen(service, actor));
  }

  /** @param admits is asked of one after the other, until so many are found */
  async found(
    way: keyof typeof WAYS,
    admits: (row: LikenessRow) => Promise<boolean>,
    atMost: number,
  ): Promise<LikenessRow[]> {
    const found: LikenessRow[] = [];
    const among = await this.#among(way);
    for (let from = 0; from < ROWS_AT_MOST; from += AT_ONCE) {
      const rows = await this.#some(way, among, from);
      for (const row of rows) {
        if (await admits(row)) found.push(row);
        if (found.length === atMost) return found;
      }
      if (rows.length < AT_ONCE) break;
    }
    return found;
  }

  /** Which are looked at more closely. Hidden ones take nobody's place among them. */
  async #among(way: keyof typeof WAYS): Promise<readonly string[]> {
    const { petition } = this.own;
    const kept = await this.service.shield.forLists(this.actor);
    const units = await this.#unitsFor(way);
    const stream = `'intake.petition-' || row.petition`;
    const found = await cutOff(this.service, (rows) =>
      rows
        .createQueryBuilder('row')
        .select('row.petition', 'petition')
        .where(WAYS[way].among)
        .setParameters(this.#asked)
        .andWhere('row.petition <> :petition', { petition })
        .andWhere('row.unit = ANY(:units)', { units })
        .andWhere(kept.admits(stream), kept.parameters)
        .andWhere(`NOT (${kept.isDenunciation(stream)})`)
        .orderBy('row.receivedOn', 'DESC')
        .addOrderBy('row.petition', 'DESC')
        .limit(COMPARED_AT_MOST)
        .getRawMany<{ petition: string }>(),
    );
    return found.map((row) => row.petition);
  }

  #some(
    way: keyof typeof WAYS,
    among: readonly string[],
    from: number,
  ): Promise<readonly LikenessRow[]> {
    return cutOff(this.service, (rows) =>
      rows
        .createQueryBuilder('row')
        .where('row.petition = ANY(:among)', { among })
        .andWhere(WAYS[way].is)
        .setParameters(this.#asked)
        .orderBy(SAME_CONTENT, 'DESC')
        .addOrderBy('row.receivedOn', 'DESC')
        .addOrderBy('row.petition', 'DESC')
        .offset(from)
        .limit(AT_ONCE)
        .getMany(),
    );
  }

  get #asked() {
    const { words, respondentUnit, kind, receivedOn } = this.own;
    const { name, address, phone, idNumber } = this.own;
    return { words, respondentUnit, kind, receivedOn, name, address, phone, idNumber };
  }

  /** By the sender: where the asker's post may open one at all. */
  async #unitsFor(way: keyof typeof WAYS): Promise<readonly string[]> {
    if (way === 'content') return this.units;
    const { organisation } = this.service;
    const reached = await Promise.all(
      this.units.map(async (unit) =>
        reaches(
          'petition.disclose-identity',
          this.actor.unit,
          unit,
          await organisation.unitsAbove(unit),
        ),
      ),
    );
    return this.units.filter((_, i) => reached[i]);
  }
}

const cutOff = <T>(
  { lists }: ServiceRuntime,
  read: (rows: Repository<LikenessRow>) => Promise<T>,
): Promise<T> =>
  lists.dataSource.transaction(async (manager) => {
    await manager.query(`SET LOCAL statement_timeout = '${WITHIN}'`);
    return read(manager.getRepository(LikenessRow));
  });

/** A statement that took too long. */
export const isCutOff = (error: unknown): boolean =>
  error instanceof QueryFailedError && Reflect.get(error.driverError, 'code') === '57014';
