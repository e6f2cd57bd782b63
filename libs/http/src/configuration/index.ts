export { BadConfig, defineConfig, portSchema } from './define-config.ts';
export { limitsSchema, usualLimits, type Limits } from './limits.ts';
export { modeSchema, type Mode } from './mode.ts';
export { demoSecret, secretOf, secretSchema } from './secrets.ts';
