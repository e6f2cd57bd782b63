import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { PROBLEMS } from '@minh-bach/contracts';
import type { Clock } from '@minh-bach/kernel';
import { AccessTokens } from './auth/access-token.ts';
import { AuthGuard } from './auth/auth.guard.ts';
import { RecordsOfModules } from './auth/records-of-modules.ts';
import { HealthChecks } from './health/health-checks.ts';
import { HealthController } from './health/health.controller.ts';
import { AnswerInterceptor } from './http/answer.ts';
import type { HttpAppConfig } from './http/http-app-config.ts';
import { RouteAudit } from './http/route-audit.ts';
import { Routes } from './http/routes.ts';
import { StrictInputInterceptor } from './http/strict-input.interceptor.ts';
import { ZodPipe } from './http/zod.pipe.ts';
import { OpenApiController } from './openapi/openapi.controller.ts';
import { ProblemCatalogue } from './problems/catalogue.ts';
import { ProblemFilter } from './problems/problem.filter.ts';
import { JsonLogger } from './telemetry/logger.ts';
import { Metrics } from './telemetry/metrics.ts';
import { TestClockController } from './test-clock/test-clock.controller.ts';
import { CLOCK, COMMAND_SECRET, MODE } from './tokens.ts';

/** What every app has, for all its modules. Made by `createHttpApp`. */
@Global()
@Module({})
export class HttpKitModule {
  static for(config: HttpAppConfig, clock: Clock, logger: JsonLogger): DynamicModule {
    const shared = [
      { provide: CLOCK, useValue: clock },
      { provide: MODE, useValue: config.mode },
      { provide: COMMAND_SECRET, useValue: config.commandSecret },
      { provide: JsonLogger, useValue: logger },
      { provide: AccessTokens, useValue: new AccessTokens(config.tokens) },
      { provide: Metrics, useValue: new Metrics(config.name, config.metrics) },
      {
        provide: ProblemCatalogue,
        useValue: new ProblemCatalogue([...PROBLEMS, ...(config.problems ?? [])]),
      },
      HealthChecks,
      Routes,
    ];
    return {
      module: HttpKitModule,
      imports: [DiscoveryModule],
      controllers: [
        HealthController,
        OpenApiController,
        ...(config.mode === 'test' ? [TestClockController] : []),
      ],
      providers: [
        ...shared,
        RouteAudit,
        RecordsOfModules,
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_INTERCEPTOR, useClass: StrictInputInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_PIPE, useClass: ZodPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: shared,
    };
  }
}
