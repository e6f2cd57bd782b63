export { HealthChecks, type Health, type HealthKind } from './health-checks.ts';
