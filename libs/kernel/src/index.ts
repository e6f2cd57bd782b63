export * from './actor.ts';
export * from './burst-log.ts';
export * from './canonical.ts';
export * from './check-digit.ts';
export * from './clock.ts';
export * from './decider.ts';
export * from './domain-error.ts';
export * from './event.ts';
export * from './event-registry.ts';
export * from './ids.ts';
export * from './marks.ts';
export * from './matter-number.ts';
export * from './outage.ts';
export * from './own-schemas.ts';
export * from './random.ts';
export * from './receipt-code.ts';
export * from './sealed.ts';
export * from './together.ts';

/** The schema language of events: deciders' packages take it from here and import nothing else. */
export { z } from 'zod';
