import {
  caseMatterSchema,
  caseWorklistQuery,
  caseWorklistSchema,
  words,
} from '@minh-bach/contracts';
import {
  historyController,
  noticesController,
  operationsController,
  serviceProviders,
  type Infrastructure,
  matterPageController,
  partsOf,
  worklistController,
} from '@minh-bach/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CasePageHandler, CasePageQuery } from './case-page/case-page.query.ts';
import { CaseWorklistHandler, CaseWorklistQuery } from './case-worklist/case-worklist.query.ts';
import { investigationCommands } from './commands/index.ts';
import { investigationService } from './investigation.service.ts';

@Module({})
export class InvestigationModule {
  static for(infrastructure: Infrastructure): DynamicModule {
    const { controllers, handlers } = partsOf(investigationCommands);
    return {
      module: InvestigationModule,
      imports: [CqrsModule],
      controllers: [
        worklistController({
          path: 'investigation/worklist',
          action: 'case.worklist',
          summary: words(
            'Vụ việc đang giải quyết, quá hạn trước',
            'Cases being worked on, overdue first',
          ),
          asked: caseWorklistQuery,
          answer: caseWorklistSchema,
          query: (asked, actor) => new CaseWorklistQuery(asked, actor),
        }),
        matterPageController({
          service: 'investigation',
          action: 'case.read',
          summary: words('Vụ việc đang xác minh', 'A case under verification'),
          answer: caseMatterSchema,
          query: (number, actor) => new CasePageQuery(number, actor),
        }),
        ...controllers,
        historyController({ service: 'investigation', action: 'case.read' }),
        noticesController('investigation'),
        operationsController('investigation'),
      ],
      providers: [
        ...serviceProviders(investigationService, infrastructure),
        ...handlers,
        CaseWorklistHandler,
        CasePageHandler,
      ],
    };
  }
}
