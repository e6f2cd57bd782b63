import { responseMatterSchema } from '@minh-bach/contracts';
import {
  historyController,
  noticesController,
  operationsController,
  serviceProviders,
  type Infrastructure,
  matterPageController,
  words,
} from '@minh-bach/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AnswerCaseController } from './answer-case/answer-case.controller.ts';
import { AnswerCaseHandler } from './answer-case/answer-case.handler.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import { ResponseWorklistController } from './response-worklist/response-worklist.controller.ts';
import { ResponseWorklistHandler } from './response-worklist/response-worklist.query.ts';
import { responseService } from './response.service.ts';

@Module({})
export class ResponseModule {
  static for(infrastructure: Infrastructure): DynamicModule {
    return {
      module: ResponseModule,
      imports: [CqrsModule],
      controllers: [
        ResponseWorklistController,
        matterPageController({
          service: 'response',
          action: 'case.read',
          summary: words('Quyết định của vụ việc', 'The decision of a case'),
          answer: responseMatterSchema,
          query: (number, actor) => new ResponsePageQuery(number, actor),
        }),
        AnswerCaseController,
        historyController({ service: 'response', action: 'case.read' }),
        noticesController('response'),
        operationsController('response'),
      ],
      providers: [
        ...serviceProviders(responseService, infrastructure),
        AnswerCaseHandler,
        ResponseWorklistHandler,
        ResponsePageHandler,
      ],
    };
  }
}
