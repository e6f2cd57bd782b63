import {
  proposedDecisionsQuery,
  proposedDecisionsSchema,
  triageMatterSchema,
  triageWorklistQuery,
  triageWorklistSchema,
  words,
} from '@minh-bach/contracts';
import {
  alarmMetric,
  alarmsController,
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
import { triageCommands } from './commands/index.ts';
import { TriageHistoryController } from './triage-history.ts';
import { TriagePageHandler, TriagePageQuery } from './petition-page/petition-page.query.ts';
import { HandlingWatcher } from './handling/handling-watcher.ts';
import {
  ProposedDecisionListHandler,
  ProposedDecisionListQuery,
} from './proposed-decision-list/proposed-decision-list.query.ts';
import { triageService } from './triage.service.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
} from './triage-worklist/triage-worklist.query.ts';

@Module({})
export class TriageModule {
  static for(infrastructure: Infrastructure): DynamicModule {
    const { controllers, handlers } = partsOf(triageCommands);
    return {
      module: TriageModule,
      imports: [CqrsModule],
      controllers: [
        worklistController({
          path: 'triage/worklist',
          action: 'triage.worklist',
          summary: words('Đơn chờ xử lý, quá hạn trước', 'Petitions to decide, overdue first'),
          asked: triageWorklistQuery,
          answer: triageWorklistSchema,
          query: (asked, actor) => new TriageWorklistQuery(asked, actor),
        }),
        worklistController({
          path: 'triage/proposed-decisions',
          action: 'proposed-decision.supervise',
          summary: words(
            'Đơn tố cáo được đề nghị phân loại lại hoặc kết thúc xử lý trong tuần, ở các đơn vị cấp dưới',
            'Denunciations that somebody would have as another kind, or would end, by week, of the units below',
          ),
          asked: proposedDecisionsQuery,
          answer: proposedDecisionsSchema,
          query: (asked, actor) => new ProposedDecisionListQuery(asked, actor),
        }),
        matterPageController({
          service: 'triage',
          action: 'petition.read',
          summary: words('Đơn để xử lý', 'A petition to decide on'),
          answer: triageMatterSchema,
          query: (number, actor) => new TriagePageQuery(number, actor),
        }),
        ...controllers,
        TriageHistoryController,
        alarmsController('triage'),
        noticesController('triage'),
        operationsController('triage'),
      ],
      providers: [
        ...serviceProviders(triageService, infrastructure),
        ...handlers,
        alarmMetric('triage'),
        HandlingWatcher,
        TriageWorklistHandler,
        ProposedDecisionListHandler,
        TriagePageHandler,
      ],
    };
  }
}
