import { Catch, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isBrokenOff } from '@minh-bach/kernel';
import { requestContext } from '../telemetry/request-context.ts';
import { JsonLogger } from '../telemetry/logger.ts';
import { ProblemCatalogue } from './catalogue.ts';
import { asDomainError } from './framework-errors.ts';
import { makeProblem, PROBLEM_JSON } from './problem.ts';
import { languageOf } from './words.ts';

/** The one place where an error becomes an answer. What is not in the catalogue is a 500. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly catalogue: ProblemCatalogue,
    private readonly logger: JsonLogger,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const error = asDomainError(exception);
    const known = this.catalogue.find(error.code);
    const code = known ? error.code : 'INTERNAL';
    const entry = known ?? this.catalogue.find('INTERNAL')!;
    if (isBrokenOff(request.raw)) this.logger.info('request broken off');
    else if (entry.status >= 500) this.logger.failure('request failed', exception);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }

    const problem = makeProblem(code, entry, known ? error.details : {}, {
      requestId: requestContext()?.requestId ?? request.id,
      language: languageOf(request.headers['accept-language']),
    });
    if (entry.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (entry.status === 503) void reply.header('retry-after', '5');
    if (entry.status === 429 && typeof error.details['seconds'] === 'number')
      void reply.header('retry-after', String(error.details['seconds']));
    void reply
      .code(entry.status)
      .header('content-type', PROBLEM_JSON)
      .header('content-language', problem.title === problem.en.title ? 'en' : 'vi')
      .send(JSON.stringify(problem));
  }
}
