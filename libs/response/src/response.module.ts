import {
  historyController,
  noticesController,
  serviceProviders,
  type Infrastructure,
} from '@minh-bach/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AnswerCaseController } from './answer-case/answer-case.controller.ts';
import { AnswerCaseHandler } from './answer-case/answer-case.handler.ts';
import { ResponsePageController } from './response-page/response-page.controller.ts';
import { ResponsePageHandler } from './response-page/response-page.query.ts';
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
        ResponsePageController,
        AnswerCaseController,
        historyController('response'),
        noticesController('response'),
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
