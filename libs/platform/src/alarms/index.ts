export * from './alarm.entity.ts';
export * from './alarm.projection.ts';
export * from './alarm-metric.ts';
export * from './alarms.controller.ts';
