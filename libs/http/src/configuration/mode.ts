import { z } from 'zod';

/**
 * `demo`: invented people, secrets of the demonstration. `test`: the same, and the clock can be set.
 * `production`: neither.
 */
export const modeSchema = z.enum(['demo', 'test', 'production']);
export type Mode = z.infer<typeof modeSchema>;
