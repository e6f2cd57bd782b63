import { reaches } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { unitsSeen, type ServiceRuntime } from '@minh-bach/platform';
import { LikenessRow } from './likeness.entity.ts';

const WITHIN_DAYS = 90;
const AT_ONCE = 20;
/** Rows that are looked at, of those found in one way. */
const ROWS_AT_MOST = 100;

const SAME_SENDER = `coalesce(row.idNumber = :idNumber
  OR (row.name = :name AND (row.phone = :phone OR row.address = :address)), false)`;
/** Of one kind about one unit within these days, and half of all their words are in both. */
const SAME_CONTENT = `coalesce(row.respondentUnit = :respondentUnit AND row.kind = :kind
  AND row.receivedOn BETWEEN CAST(:receivedOn AS date) - ${WITHIN_DAYS}
                         AND CAST(:receivedOn AS date) + ${WITHIN_DAYS}
  AND 3 * cardinality(ARRAY(SELECT unnest(row.words) INTERSECT SELECT unnest(CAST(:words AS text[]))))
      >= cardinality(row.words) + cardinality(CAST(:words AS text[]))
  AND cardinality(row.words) > 0, false)`;

/** Each finds by itself: what is found by the content is the same, whatever is known of senders. */
const WAYS = { content: SAME_CONTENT, sender: SAME_SENDER } as const;

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
    const rows = service.lists.dataSource.getRepository(LikenessRow);
    const own = await rows.findOneBy({ petition: number });
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
    for (let from = 0; from < ROWS_AT_MOST; from += AT_ONCE) {
      const rows = await this.#some(way, from);
      for (const row of rows) {
        if (await admits(row)) found.push(row);
        if (found.length === atMost) return found;
      }
      if (rows.length < AT_ONCE) break;
    }
    return found;
  }

  async #some(way: keyof typeof WAYS, from: number): Promise<LikenessRow[]> {
    const { petition, words, respondentUnit, kind, receivedOn } = this.own;
    const { name, address, phone, idNumber } = this.own;
    const kept = await this.service.shield.forLists(this.actor);
    const stream = `'intake.petition-' || row.petition`;
    return this.service.lists.dataSource
      .getRepository(LikenessRow)
      .createQueryBuilder('row')
      .where(WAYS[way])
      .setParameters({ words, respondentUnit, kind, receivedOn, name, address, phone, idNumber })
      .andWhere('row.petition <> :petition', { petition })
      .andWhere('row.unit IN (:...units)', { units: await this.#unitsFor(way) })
      .andWhere(kept.admits(stream), kept.parameters)
      .andWhere(`NOT (${kept.isDenunciation(stream)})`)
      .orderBy(SAME_CONTENT, 'DESC')
      .addOrderBy('row.receivedOn', 'DESC')
      .addOrderBy('row.petition', 'DESC')
      .offset(from)
      .limit(AT_ONCE)
      .getMany();
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
