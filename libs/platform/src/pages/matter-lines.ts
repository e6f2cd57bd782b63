import {
  roleFor,
  type Action,
  type LocalizedText,
  type matterLineSchema,
  type PetitionKind,
  type Role,
} from '@minh-bach/contracts';
import { isDomainError, type Actor } from '@minh-bach/kernel';
import type { z } from 'zod';
import { personRefs, unitRefs } from '../rows/references.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';

/** How one matter of this service stands now, from the row of its list. */
export interface MatterLine {
  readonly unit: string;
  readonly kind: PetitionKind | null;
  readonly gist: string | null;
  readonly stateText: LocalizedText;
  /** The person or office that must act next. `unit` stands only where it is not the unit of the matter. */
  readonly holder: {
    readonly role: Role;
    readonly unit?: string | null;
    readonly person?: string | null;
  } | null;
  readonly urgedOn?: string | null;
  readonly reportedOn?: string | null;
}

export interface MatterLines {
  /** The right to the list that the matter is in: with it a person may read its line. */
  readonly action: Action;
  /** With the number behind it, the name of the stream. */
  readonly prefix: string;
  readonly linesOf: (
    service: Pick<ServiceRuntime, 'lists'>,
    numbers: readonly string[],
  ) => Promise<ReadonlyMap<string, MatterLine>>;
}

type Line = z.infer<typeof matterLineSchema>;
type Asked = Pick<Actor, 'role' | 'unit'>;

const NONE = (): null => null;

/**
 * The lines of matters that are shown to this person for another reason, where they have them in their list,
 * too. Where lists stand still there are none: the reason itself is still shown.
 *
 * @param numbers of matters that the shield admits
 */
export async function readMatterLines(
  service: ServiceRuntime,
  actor: Asked | undefined,
  numbers: readonly string[],
): Promise<(number: string) => Line | null> {
  const { lines, organisation, shield, lists } = service;
  if (!lines || !actor || roleFor(lines.action, [actor.role]) === undefined) return NONE;
  try {
    await lists.fresh();
  } catch (error) {
    if (isDomainError(error, 'READ_MODEL_STOPPED') || isDomainError(error, 'PROJECTION_LATE'))
      return NONE;
    throw error;
  }
  const found = await lines.linesOf(service, [...new Set(numbers)]);
  const branch = new Set(await organisation.unitsOfBranch(actor.unit));
  const streamOf = (number: string) => `${lines.prefix}${number}`;
  const denunciations = await shield.denunciationsAmong(numbers.map(streamOf));
  const unitOf = await unitRefs(organisation);
  const holders = [...found.values()].map(({ holder }) => holder?.person ?? null);
  const personOf = await personRefs(organisation, holders);
  return (number) => {
    const line = found.get(number);
    if (!line || !branch.has(line.unit)) return null;
    const { kind, gist, stateText, holder, unit, urgedOn = null, reportedOn = null } = line;
    // Luật Tố cáo Đ.56: called a denunciation late, its words stand in rows of a time when it was none.
    const isDenunciation = denunciations.has(streamOf(number));
    return {
      kind,
      isDenunciation,
      gist: isDenunciation ? null : gist,
      stateText,
      holder: holder && {
        role: holder.role,
        unit: unitOf(holder.unit ?? unit),
        person: holder.person == null ? null : personOf(holder.person),
      },
      urgedOn,
      reportedOn,
    };
  };
}
