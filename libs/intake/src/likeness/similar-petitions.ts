import { PETITION_STATE_WORDS, type IntakeMatter } from '@minh-bach/contracts';
import { isDomainError, type Actor } from '@minh-bach/kernel';
import { unitRefs, unitsSeen, type ServiceRuntime } from '@minh-bach/platform';
import { loadPetition, type LoadedPetition } from '../petition-stream.ts';
import { isSameSender } from '../domain/sender-marks.ts';
import { LikenessRow } from './likeness.entity.ts';

type Similar = NonNullable<IntakeMatter['similar']>;

export const SIMILAR_AT_MOST = 5;
const WITHIN_DAYS = 90;

const SAME_SENDER = `(row.idNumber = :idNumber
  OR (row.name = :name AND (row.phone = :phone OR row.address = :address)))`;
/** Of one kind about one unit within these days, and half of all their words are in both. */
const SAME_CONTENT = `(row.respondentUnit = :respondentUnit AND row.kind = :kind
  AND row.receivedOn BETWEEN CAST(:receivedOn AS date) - ${WITHIN_DAYS}
                         AND CAST(:receivedOn AS date) + ${WITHIN_DAYS}
  AND 3 * cardinality(ARRAY(SELECT unnest(row.words) INTERSECT SELECT unnest(CAST(:words AS text[]))))
      >= cardinality(row.words) + cardinality(CAST(:words AS text[]))
  AND cardinality(row.words) > 0)`;

/**
 * Petitions that may be the same again: of the same sender with the same content first, then of the sender. Only those that the asker may open: each
 * is loaded for the asker as its page would be. Of a denunciation none, and no denunciation is one.
 *
 * @returns `null` where the rows are too old to tell
 */
export async function similarTo(
  service: ServiceRuntime,
  { state, registered, isDenunciation }: LoadedPetition,
  actor: Actor,
): Promise<Similar | null> {
  if (isDenunciation || state.everDenunciation) return [];
  const { petition } = registered.event.data;
  const found = await candidates(service, petition, actor).catch((error: unknown) => {
    if (isLate(error)) return null;
    throw error;
  });
  if (!found?.own) return found && [];
  const unit = await unitRefs(service.organisation);
  const similar: Similar = [];
  for (const row of found.rows) {
    const other = await loadVisible(service, row.petition, actor);
    if (!other || other.isDenunciation || other.state.everDenunciation) continue;
    const { data } = other.registered.event;
    similar.push({
      number: row.petition,
      kind: other.state.kind,
      gist: data.gist,
      unit: unit(data.unit),
      receivedOn: other.state.receivedOn,
      state: other.state.state,
      stateText: PETITION_STATE_WORDS[other.state.state],
      sameSender: isSameSender(marksOf(found.own), marksOf(row)),
    });
  }
  return similar;
}

async function candidates(
  { lists, shield, organisation }: ServiceRuntime,
  number: string,
  actor: Actor,
): Promise<{ readonly own: LikenessRow | null; readonly rows: readonly LikenessRow[] }> {
  const [kept] = await Promise.all([shield.forLists(actor), lists.fresh()]);
  const rows = lists.dataSource.getRepository(LikenessRow);
  const own = await rows.findOneBy({ petition: number });
  if (!own || own.kind === 'denunciation') return { own, rows: [] };
  const { words, respondentUnit, kind, receivedOn } = own;
  const stream = `'intake.petition-' || row.petition`;
  const query = rows
    .createQueryBuilder('row')
    .where(`(${SAME_SENDER} OR ${SAME_CONTENT})`, { ...marksOrNull(own), words })
    .setParameters({ respondentUnit, kind, receivedOn })
    .andWhere('row.petition <> :number', { number })
    .andWhere('row.unit IN (:...units)', { units: await unitsSeen({ organisation }, actor) })
    .andWhere(kept.admits(stream), kept.parameters)
    .andWhere(`NOT (${kept.isDenunciation(stream)})`)
    .orderBy(`coalesce(${SAME_SENDER} AND ${SAME_CONTENT}, false)`, 'DESC')
    .addOrderBy(`coalesce(${SAME_SENDER}, false)`, 'DESC')
    .addOrderBy('row.receivedOn', 'DESC')
    .addOrderBy('row.petition', 'DESC')
    .limit(SIMILAR_AT_MOST);
  return { own, rows: await query.getMany() };
}

/** Unknown and forbidden are left out alike. */
const loadVisible = (service: ServiceRuntime, number: string, actor: Actor) =>
  loadPetition(service, number, 'petition.read-received', actor).catch((error: unknown) => {
    if (isDomainError(error, 'NOT_FOUND')) return undefined;
    throw error;
  });

const marksOrNull = ({ name, address, phone, idNumber }: LikenessRow) => ({
  ...{ name, address, phone, idNumber },
});
const marksOf = (row: LikenessRow) =>
  Object.fromEntries(Object.entries(marksOrNull(row)).filter(([, mark]) => mark !== null));

const isLate = (error: unknown): boolean =>
  isDomainError(error, 'PROJECTION_LATE') || isDomainError(error, 'READ_MODEL_STOPPED');
