import {
  RESPONSE_VIEWS,
  responseMatterSchema,
  responseExportBody,
  responseSearchQuery,
  responseWorklistQuery,
  responseWorklistSchema,
  words,
} from '@minh-bach/contracts';
import {
  historyController,
  matterPageController,
  staffListController,
  serviceModule,
} from '@minh-bach/platform';
import { PublishedController } from './published/published.controller.ts';
import { PublishedDecisionHandler, PublishedHandler } from './published/published.query.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import { RESPONSE_COLUMNS } from './response-worklist/export-columns.ts';
import {
  ResponseWorklistHandler,
  ResponseWorklistQuery,
  responseList,
} from './response-worklist/response-worklist.query.ts';
import { responseService } from './response.service.ts';

export const response = serviceModule(responseService, {
  controllers: [
    PublishedController,
    staffListController({
      service: 'response',
      action: 'response.worklist',
      summary: words(
        'Quyết định cần ban hành và gửi, quá hạn trước',
        'Decisions to issue and send, overdue first',
      ),
      list: responseList,
      views: RESPONSE_VIEWS,
      asked: responseWorklistQuery,
      search: responseSearchQuery,
      answer: responseWorklistSchema,
      query: (asked, actor) => new ResponseWorklistQuery(asked, actor),
      exported: responseExportBody,
      columns: RESPONSE_COLUMNS,
    }),
    matterPageController({
      service: 'response',
      action: 'case.read',
      summary: words('Quyết định của vụ việc', 'The decision of a case'),
      answer: responseMatterSchema,
      query: (number, actor, roles) => new ResponsePageQuery(number, actor, roles),
    }),
    historyController({ service: 'response', action: 'case.read' }),
  ],
  providers: [
    ResponseWorklistHandler,
    ResponsePageHandler,
    PublishedHandler,
    PublishedDecisionHandler,
  ],
});
