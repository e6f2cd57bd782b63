export { createTestDatabase } from './embedded-postgres.ts';
export type { TestDatabase } from './embedded-postgres.ts';
