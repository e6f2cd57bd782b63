import multipart from '@fastify/multipart';
import { MAX_FILE_BYTES } from '@minh-bach/files';
import { createHttpApp, type HttpAppConfig } from '@minh-bach/http';
import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

@Module({})
class ServicesModule {}

/** One HTTP app over any number of services: all of them in the standalone product, one in its own process. */
export async function createServicesApp(
  modules: readonly DynamicModule[],
  config: HttpAppConfig,
): Promise<NestFastifyApplication> {
  const app = await createHttpApp({
    module: { module: ServicesModule, imports: [...modules] },
    config,
  });
  // One byte more than allowed, so that the files' door and not the parser refuses, in words.
  await app.register(multipart, { limits: { files: 1, fields: 0, fileSize: MAX_FILE_BYTES + 1 } });
  return app;
}
