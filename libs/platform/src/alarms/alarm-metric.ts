import { ALARM_KINDS } from '@minh-bach/contracts';
import { Metrics } from '@minh-bach/http';
import type { Provider } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { AlarmRow } from './alarm.entity.ts';
import { ALL_ROWS, addUp } from './parts.ts';

const ALARM_METRIC = Symbol('alarm metric');

/** `<service>_security_alarms{alarm}`: all that there ever were; a rise is worth a look. */
export const alarmMetric = (name: string): Provider => ({
  provide: ALARM_METRIC,
  inject: [ServiceRuntime, Metrics],
  useFactory: ({ lists }: ServiceRuntime, { registry }: Metrics) =>
    new Gauge({
      name: `${name}_security_alarms`,
      help: 'Security alarms in the log of this service, by kind',
      labelNames: ['alarm'],
      registers: [registry],
      async collect() {
        const rows = await counted(lists).catch(() => undefined);
        // While the database is away the other figures are wanted most.
        if (rows === undefined) return this.reset();
        for (const alarm of ALARM_KINDS)
          this.set({ alarm }, Number(rows.find((row) => row.alarm === alarm)?.count ?? 0));
      },
    }),
});

async function counted({ dataSource }: ServiceRuntime['lists']) {
  const rows = dataSource.getRepository(AlarmRow);
  return rows
    .createQueryBuilder('row')
    .select(['row.alarm AS alarm', 'count(*) AS count'])
    .where('NOT row.isPart OR row.id = ANY(:added)', { added: await addUp(rows, ALL_ROWS) })
    .groupBy('row.alarm')
    .getRawMany<{ alarm: string; count: string }>();
}
