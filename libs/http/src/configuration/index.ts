export {
  BadConfig,
  defineConfig,
  disclosuresPerHourSchema,
  portSchema,
  registrationsPerDaySchema,
} from './define-config.ts';
export { modeSchema, type Mode } from './mode.ts';
export { demoSecret, secretOf, secretSchema } from './secrets.ts';
