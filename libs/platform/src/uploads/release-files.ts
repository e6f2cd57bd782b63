import type { ServiceRuntime } from '../service/service-runtime.ts';
import { failure } from './failure.ts';

/** The event that names them is durable, whatever happens here: what is left lying the sweep will find. */
export async function releaseFiles(
  { infrastructure, name }: ServiceRuntime,
  files: readonly string[],
): Promise<void> {
  if (files.length === 0) return;
  const { uploads, log } = infrastructure;
  await uploads
    .release(files)
    .catch((error: unknown) => log.error(failure(name, error), 'an upload was not released'));
}
