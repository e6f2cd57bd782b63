import type { FactoryProvider } from '@nestjs/common';
import type { Infrastructure } from './infrastructure.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { ServiceRuntime } from './service-runtime.ts';

/** Each context's module provides its own runtime under the same token; modules keep them apart. */
export const serviceProvider = (
  definition: ServiceDefinition,
  infrastructure: Infrastructure,
): FactoryProvider<ServiceRuntime> => ({
  provide: ServiceRuntime,
  useFactory: () => ServiceRuntime.create(definition, infrastructure),
});
