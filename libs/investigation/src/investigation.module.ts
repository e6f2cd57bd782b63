import {
  CASE_VIEWS,
  caseMatterSchema,
  caseExportBody,
  caseSearchQuery,
  caseWorklistQuery,
  caseWorklistSchema,
  words,
} from '@minh-bach/contracts';
import {
  historyController,
  matterPageController,
  staffListController,
  serviceModule,
} from '@minh-bach/platform';
import { CasePageHandler, CasePageQuery } from './case-page/case-page.query.ts';
import { CASE_COLUMNS } from './case-worklist/export-columns.ts';
import {
  CaseWorklistHandler,
  CaseWorklistQuery,
  caseList,
} from './case-worklist/case-worklist.query.ts';
import { investigationService } from './investigation.service.ts';

export const investigation = serviceModule(investigationService, {
  controllers: [
    staffListController({
      service: 'investigation',
      action: 'case.worklist',
      summary: words(
        'Vụ việc đang giải quyết, quá hạn trước',
        'Cases being worked on, overdue first',
      ),
      list: caseList,
      views: CASE_VIEWS,
      asked: caseWorklistQuery,
      search: caseSearchQuery,
      answer: caseWorklistSchema,
      query: (asked, actor) => new CaseWorklistQuery(asked, actor),
      exported: caseExportBody,
      columns: CASE_COLUMNS,
    }),
    matterPageController({
      service: 'investigation',
      action: 'case.read',
      summary: words('Vụ việc đang xác minh', 'A case under verification'),
      answer: caseMatterSchema,
      query: (number, actor) => new CasePageQuery(number, actor),
    }),
    historyController({ service: 'investigation', action: 'case.read' }),
  ],
  uploads: {
    action: 'case.record',
    summary: words('Tải lên tệp cho hồ sơ vụ việc', 'Uploads a file for a case'),
    dropSummary: words(
      'Bỏ tệp đã tải lên mà chưa ghi vào hồ sơ',
      'Drops a file that was uploaded and not recorded',
    ),
  },
  providers: [CaseWorklistHandler, CasePageHandler],
});
