import { noticesSchema, pageQuery } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { Controller, Get, Query, type Type } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../auth/index.ts';
import { Operation } from '../http/index.ts';
import { words } from '../problems/index.ts';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { BreachNoticeRow } from './matter.entities.ts';

const noticesQuery = z.strictObject({ limit: pageQuery.limit });

/** `GET /<service>/notices`: the breaches that the asker was told of, newest first. */
export function noticesController(name: string): Type {
  @Controller(`${name}/notices`)
  class NoticesController {
    constructor(private readonly service: ServiceRuntime) {}

    @Get()
    @Allow('notice.read')
    @Operation({
      summary: words('Các báo cáo quá hạn gửi đến tôi', 'Breaches that I was told of'),
      answer: noticesSchema,
    })
    async notices(
      @Query({ schema: noticesQuery }) { limit }: z.infer<typeof noticesQuery>,
      @CurrentActor() actor: Actor,
    ): Promise<z.infer<typeof noticesSchema>> {
      const { readModel, organisation } = this.service;
      const [rows, total] = await readModel.dataSource
        .getRepository(BreachNoticeRow)
        .findAndCount({ where: { person: actor.person }, order: { at: 'DESC' }, take: limit });
      const units = new Map((await organisation.units()).map((unit) => [unit.id, unit.name]));
      const items = rows.map(({ matter, rule, name: ruleName, legal, due, at, unit }) => ({
        matter,
        rule,
        name: ruleName,
        legal,
        due,
        at: at.toISOString(),
        unit: unit === null ? null : { id: unit, name: units.get(unit) ?? { vi: unit, en: unit } },
      }));
      return { items, nextCursor: null, total };
    }
  }
  return NoticesController;
}
