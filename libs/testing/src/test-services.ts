import { testConfig } from './config.ts';

/** Asks Jest's parent process for a service that all workers share; it starts with the first ask. */
export async function askTestServices<T>(path: string): Promise<T> {
  if (!testConfig.servicesUrl) {
    throw new Error('Jest did not start its services: run specs by `npm test` or the root config.');
  }
  const response = await fetch(new URL(path, testConfig.servicesUrl));
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`test services, ${path}: ${JSON.stringify(answer)}`);
  return answer as T;
}
