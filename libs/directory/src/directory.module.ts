import {
  alarmMetric,
  alarmsController,
  operationsController,
  serviceProviders,
  type Infrastructure,
} from '@minh-bach/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AppointDeputyController } from './appoint-deputy/appoint-deputy.controller.ts';
import { DirectoryChanges } from './change-directory/directory-changes.ts';
import { directoryService } from './directory.service.ts';
import { ProposalDecisions } from './proposals/decide-proposal.ts';
import { ProposalsController } from './proposals/proposals.controller.ts';
import { RecordEntryController } from './record-entry/record-entry.controller.ts';
import { RecordEntryHandler } from './record-entry/record-entry.handler.ts';
import { WhoIsWhoController } from './who-is-who/who-is-who.controller.ts';

@Module({})
export class DirectoryModule {
  static for(infrastructure: Infrastructure): DynamicModule {
    return {
      module: DirectoryModule,
      imports: [CqrsModule],
      controllers: [
        WhoIsWhoController,
        RecordEntryController,
        AppointDeputyController,
        ProposalsController,
        alarmsController('directory'),
        operationsController('directory'),
      ],
      providers: [
        ...serviceProviders(directoryService, infrastructure),
        RecordEntryHandler,
        alarmMetric('directory'),
        DirectoryChanges,
        ProposalDecisions,
      ],
    };
  }
}
