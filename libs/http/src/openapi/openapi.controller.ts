import { words } from '@minh-bach/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { DomainError } from '@minh-bach/kernel';
import { z } from 'zod';
import { SignedIn } from '../auth/access.ts';
import { Operation } from '../http/operation.ts';
import { Routes } from '../http/routes.ts';
import { ProblemCatalogue } from '../problems/catalogue.ts';
import { openApiOf } from './openapi.ts';

const serviceSchema = z.string().regex(/^[a-z][a-z-]{0,30}$/);

/** `/<service>/openapi.json`: the routes below `/<service>/`. In production for staff only. */
@Controller()
export class OpenApiController {
  constructor(
    private readonly routes: Routes,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  @Get(':service/openapi.json')
  @SignedIn({ publicIn: ['demo', 'test'] })
  @Operation({
    summary: words('Mô tả giao diện (OpenAPI 3.1)', 'Description of the interface (OpenAPI 3.1)'),
    answer: z.looseObject({ openapi: z.literal('3.1.1') }),
  })
  describe(@Param('service', { schema: serviceSchema }) service: string) {
    const routes = this.routes.all().filter(({ path }) => path.startsWith(`/${service}/`));
    if (routes.length === 0) throw new DomainError('NOT_FOUND');
    return openApiOf(service, routes, this.catalogue);
  }
}
