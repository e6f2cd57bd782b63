import {
  historyController,
  noticesController,
  serviceProviders,
  type Infrastructure,
} from '@minh-bach/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AcceptPetitionHandler } from './accept-petition/accept-petition.handler.ts';
import { AddPetitionNoteHandler } from './add-note/add-note.handler.ts';
import { ClassifyPetitionHandler } from './classify-petition/classify-petition.handler.ts';
import { DecidePetitionController } from './decide-petition.controller.ts';
import { TriagePageController } from './petition-page/petition-page.controller.ts';
import { TriagePageHandler } from './petition-page/petition-page.query.ts';
import { SettlePetitionHandler } from './settle-petition/settle-petition.handler.ts';
import { triageService } from './triage.service.ts';
import { TriageWorklistController } from './triage-worklist/triage-worklist.controller.ts';
import { TriageWorklistHandler } from './triage-worklist/triage-worklist.query.ts';

@Module({})
export class TriageModule {
  static for(infrastructure: Infrastructure): DynamicModule {
    return {
      module: TriageModule,
      imports: [CqrsModule],
      controllers: [
        TriageWorklistController,
        TriagePageController,
        DecidePetitionController,
        historyController('triage'),
        noticesController('triage'),
      ],
      providers: [
        ...serviceProviders(triageService, infrastructure),
        ClassifyPetitionHandler,
        AcceptPetitionHandler,
        SettlePetitionHandler,
        AddPetitionNoteHandler,
        TriageWorklistHandler,
        TriagePageHandler,
      ],
    };
  }
}
