import { SERVICES, isServiceName } from '@minh-bach/contracts';
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { alarmMetric, alarmsController } from './alarms/index.ts';
import { figuresController } from './figures/figures.controller.ts';
import { countsController } from './counts/index.ts';
import { operationsController } from './operations/index.ts';
import { noticesController } from './pages/index.ts';
import { secondPersonController } from './second-person/index.ts';
import {
  ServiceRuntime,
  serviceProviders,
  type Infrastructure,
  type ServiceDefinition,
} from './service/index.ts';
import {
  OrphanSweep,
  UploadMetrics,
  uploadFileController,
  type UploadsOf,
} from './uploads/index.ts';
import { partsOf } from './use-case/index.ts';

/** What a service has beside its commands and what the manifest gives it. */
export interface ServiceContent {
  readonly controllers?: readonly Type[];
  readonly providers?: readonly Provider[];
  /** Where it keeps sealed files. */
  readonly uploads?: UploadsOf;
}

export interface ServiceModule {
  readonly service: ServiceDefinition;
  readonly module: { for(infrastructure: Infrastructure): DynamicModule };
}

/** A service as a module of an app. Alarms, notices and operations follow from `services.json`. */
export function serviceModule(
  service: ServiceDefinition,
  { controllers = [], providers = [], uploads }: ServiceContent = {},
): ServiceModule {
  const { name, commands = [], counting, seconds } = service;
  if (!isServiceName(name)) throw new Error(`no service ${name} in services.json`);
  const { alarms, matters } = SERVICES[name];

  /** Nest tells modules apart by their class, so each service needs one of its own. */
  @Module({})
  class OneService {}

  return {
    service,
    module: {
      for(infrastructure) {
        const parts = partsOf(commands);
        return {
          module: OneService,
          imports: [CqrsModule],
          controllers: [
            ...parts.controllers,
            ...controllers,
            ...(matters ? [noticesController(name)] : []),
            ...(counting ? [countsController(name), figuresController(name)] : []),
            ...(seconds ? [secondPersonController(name, seconds)] : []),
            ...(alarms ? [alarmsController(name)] : []),
            ...(uploads ? [uploadFileController(name, uploads)] : []),
            operationsController(name),
          ],
          providers: [
            ...serviceProviders(service, infrastructure),
            ...parts.handlers,
            ...providers,
            ...(alarms ? [alarmMetric(name)] : []),
            ...(uploads ? [UploadMetrics, sweepOf(service)] : []),
          ],
        };
      },
    },
  };
}

const sweepOf = (service: ServiceDefinition): Provider => ({
  provide: OrphanSweep,
  useFactory: (runtime: ServiceRuntime) => new OrphanSweep(runtime, service),
  inject: [ServiceRuntime],
});
