import {
  responseMatterSchema,
  responseWorklistQuery,
  responseWorklistSchema,
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
import { responseCommands } from './commands.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import {
  ResponseWorklistHandler,
  ResponseWorklistQuery,
} from './response-worklist/response-worklist.query.ts';
import { responseService } from './response.service.ts';

@Module({})
export class ResponseModule {
  static for(infrastructure: Infrastructure): DynamicModule {
    const { controllers, handlers } = partsOf(responseCommands);
    return {
      module: ResponseModule,
      imports: [CqrsModule],
      controllers: [
        worklistController({
          path: 'response/worklist',
          action: 'response.worklist',
          summary: words(
            'Quyết định cần ban hành và gửi, quá hạn trước',
            'Decisions to issue and send, overdue first',
          ),
          asked: responseWorklistQuery,
          answer: responseWorklistSchema,
          query: (asked, actor) => new ResponseWorklistQuery(asked, actor),
        }),
        matterPageController({
          service: 'response',
          action: 'case.read',
          summary: words('Quyết định của vụ việc', 'The decision of a case'),
          answer: responseMatterSchema,
          query: (number, actor) => new ResponsePageQuery(number, actor),
        }),
        ...controllers,
        historyController({ service: 'response', action: 'case.read' }),
        noticesController('response'),
        operationsController('response'),
      ],
      providers: [
        ...serviceProviders(responseService, infrastructure),
        ...handlers,
        ResponseWorklistHandler,
        ResponsePageHandler,
      ],
    };
  }
}
