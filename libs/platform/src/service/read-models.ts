import type { EventRegistry } from '@minh-bach/kernel';
import { createReadModel, type ReadModel, type ReadModelOptions } from '@minh-bach/projections';
import {
  firstResolverEntities,
  firstResolversProjection,
} from '../matters/first-resolvers.projection.ts';
import { countsEntities } from '../counts/counts.entities.ts';
import { figuresEntities } from '../figures/figures.entities.ts';
import { figuresProjection } from '../figures/figures.projection.ts';
import { countsProjection } from '../counts/counts.projection.ts';
import { matterEntities } from '../matters/matter.entities.ts';
import { matterProjection } from '../matters/matter.projection.ts';
import { ProtectionRow, protectionProjection } from '../matters/protection.projection.ts';
import { onceEntities } from '../organisation/once.entities.ts';
import { organisationEntities } from '../organisation/organisation.entities.ts';
import { notedEntry, organisationProjection } from '../organisation/organisation.projection.ts';
import {
  SecondPersonRow,
  secondPersonProjection,
} from '../second-person/second-person.projection.ts';
import type { Infrastructure } from './infrastructure.ts';
import type { ServiceDefinition } from './service-definition.ts';

/**
 * A service has two read models, each with a checkpoint of its own. A mistake in a list stops the lists
 * alone: rights go on to begin and to end, breaches are noticed, commands and pages work. docs/adr/0035.
 */
export interface ReadModels {
  /** People and posts, the units of matters, running clocks, and respondents to be kept out. */
  readonly rights: ReadModel;
  /**
   * Lists and reports, as the service defines them. Their queries may join the tables of `rights`, which
   * they are never ahead of: no list has a row whose protection has yet to come.
   */
  readonly lists: ReadModel;
}

/** What makes the rows of `rights`. */
export const rightsOf = (
  { entryOf }: Pick<ServiceDefinition, 'entryOf'>,
  registry: EventRegistry,
): Pick<ReadModelOptions, 'entities' | 'projections'> => ({
  entities: [
    ...organisationEntities,
    ...onceEntities,
    ...matterEntities,
    ...firstResolverEntities,
    ProtectionRow,
  ],
  projections: [
    organisationProjection(entryOf ?? notedEntry),
    matterProjection(registry),
    // The directory, which decides on entries, has no matters.
    ...(entryOf ? [] : [protectionProjection, firstResolversProjection]),
  ],
});

/** Makes or migrates both. Nothing is applied before each is started. */
export async function createReadModels(
  definition: ServiceDefinition,
  { databaseUrl: url, store, log }: Infrastructure,
  registry: EventRegistry,
): Promise<ReadModels> {
  const { name, entities, projections, counting, seconds } = definition;
  const common = { url, store, log, registry, prefix: `${name}.` };
  const rights = await createReadModel({
    ...common,
    schema: name,
    ...rightsOf(definition, registry),
  });
  try {
    const lists = await createReadModel({
      ...common,
      schema: `${name}_lists`,
      behind: rights,
      entities: [
        ...entities,
        ...(counting ? [...countsEntities, ...figuresEntities] : []),
        ...(seconds ? [SecondPersonRow] : []),
      ],
      projections: [
        ...projections,
        ...(counting ? [countsProjection(counting), figuresProjection(counting)] : []),
        ...(seconds ? [secondPersonProjection(seconds)] : []),
      ],
      poolSize: 3,
    });
    return { rights, lists };
  } catch (error) {
    await rights.close();
    throw error;
  }
}
