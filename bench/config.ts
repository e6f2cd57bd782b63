/** The one place where benchmarks read the environment. */
export const benchConfig = { eventStoreUrl: process.env['EVENTSTORE_URL'] };
