import type { Provider } from '@nestjs/common';
import { CachedPeople } from '../auth/people.ts';
import { PeopleOfRecord } from '../auth/principal.ts';
import type { Infrastructure } from './infrastructure.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { ServiceRuntime } from './service-runtime.ts';

/**
 * Each context's module provides its own runtime under the same token; modules keep them apart. The
 * guard judges rights by what this service has noted of the directory.
 */
export const serviceProviders = (
  definition: ServiceDefinition,
  infrastructure: Infrastructure,
): Provider[] => [
  { provide: ServiceRuntime, useFactory: () => ServiceRuntime.create(definition, infrastructure) },
  {
    provide: PeopleOfRecord,
    useFactory: ({ organisation }: ServiceRuntime) => new CachedPeople(organisation),
    inject: [ServiceRuntime],
  },
];
