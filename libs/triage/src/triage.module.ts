import {
  TRIAGE_VIEWS,
  proposedDecisionsQuery,
  proposedDecisionsSchema,
  triageMatterSchema,
  triageExportBody,
  triageSearchQuery,
  triageWorklistQuery,
  triageWorklistSchema,
  words,
} from '@minh-bach/contracts';
import {
  matterPageController,
  staffListController,
  worklistController,
  serviceModule,
} from '@minh-bach/platform';
import { TriageHistoryController } from './triage-history.ts';
import { TriagePageHandler, TriagePageQuery } from './petition-page/petition-page.query.ts';
import { HandlingWatcher } from './handling/handling-watcher.ts';
import {
  ProposedDecisionListHandler,
  ProposedDecisionListQuery,
} from './proposed-decision-list/proposed-decision-list.query.ts';
import { triageService } from './triage.service.ts';
import { PETITION_COLUMNS } from './triage-worklist/export-columns.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
  petitionList,
} from './triage-worklist/triage-worklist.query.ts';

export const triage = serviceModule(triageService, {
  controllers: [
    staffListController({
      service: 'triage',
      action: 'triage.worklist',
      summary: words('Đơn chờ xử lý, quá hạn trước', 'Petitions to decide, overdue first'),
      list: petitionList,
      views: TRIAGE_VIEWS,
      asked: triageWorklistQuery,
      search: triageSearchQuery,
      answer: triageWorklistSchema,
      query: (asked, actor) => new TriageWorklistQuery(asked, actor),
      exported: triageExportBody,
      columns: PETITION_COLUMNS,
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
      query: (number, actor, roles) => new TriagePageQuery(number, actor, roles),
    }),
    TriageHistoryController,
  ],
  providers: [
    HandlingWatcher,
    TriageWorklistHandler,
    ProposedDecisionListHandler,
    TriagePageHandler,
  ],
});
