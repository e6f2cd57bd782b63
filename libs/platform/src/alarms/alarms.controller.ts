import { alarmsSchema, type Alarms } from '@minh-bach/contracts';
import { Controller, Get, type Type } from '@nestjs/common';
import { Allow } from '../auth/index.ts';
import { Operation } from '../http/index.ts';
import { words } from '../problems/index.ts';
import { personRefs, unitRefs } from '../rows/index.ts';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { AlarmRow } from './alarm.entity.ts';

/** The newest; older ones stay in the log. */
const AT_MOST = 200;

/** `/<service>/alarms`: for auditors and administrators. No matter is named. */
export function alarmsController(name: string): Type {
  @Controller(`${name}/alarms`)
  class AlarmsController {
    constructor(private readonly service: ServiceRuntime) {}

    @Get()
    @Allow('alarms.read')
    @Operation({
      summary: words('Cảnh báo an ninh, mới nhất trước', 'Security alarms, the newest first'),
      answer: alarmsSchema,
    })
    async list(): Promise<Alarms> {
      const { organisation, lists } = this.service;
      await lists.fresh();
      const rows = await lists.dataSource
        .getRepository(AlarmRow)
        .find({ order: { at: 'DESC', id: 'ASC' }, take: AT_MOST });
      const people = rows.flatMap(({ person, by }) => [person, by]);
      const [nameOf, unitOf] = await Promise.all([
        personRefs(organisation, people),
        unitRefs(organisation),
      ]);
      return {
        items: rows.map(({ id, alarm, person, by, at, data }) => ({
          id,
          alarm,
          person: nameOf(person),
          by: nameOf(by),
          at: at.toISOString(),
          roles: data.roles ?? [],
          unit: data.unit === undefined ? null : unitOf(data.unit),
          accountSince: data.accountSince ?? null,
        })),
      };
    }
  }
  return AlarmsController;
}
