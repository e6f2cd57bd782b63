import {
  alarmMetric,
  alarmsController,
  operationsController,
  partsOf,
  serviceProviders,
  type Infrastructure,
} from '@minh-bach/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { directoryCommands } from './commands.ts';
import { directoryService } from './directory.service.ts';
import { ProposalsController } from './proposals/proposals.controller.ts';
import { WhoIsWhoController } from './who-is-who/who-is-who.controller.ts';

@Module({})
export class DirectoryModule {
  static for(infrastructure: Infrastructure): DynamicModule {
    const { controllers, handlers } = partsOf(directoryCommands);
    return {
      module: DirectoryModule,
      imports: [CqrsModule],
      controllers: [
        WhoIsWhoController,
        ...controllers,
        ProposalsController,
        alarmsController('directory'),
        operationsController('directory'),
      ],
      providers: [
        ...serviceProviders(directoryService, infrastructure),
        ...handlers,
        alarmMetric('directory'),
      ],
    };
  }
}
