export {
  kafkaSettings,
  kafkaSignIn,
  refuseOpenKafka,
  type KafkaSettings,
} from './kafka-settings.ts';
export { secretFile } from './secret-file.ts';
export { readServiceConfig, type Environment, type ServiceConfig } from './service-config.ts';
export { startService, type RunningService, type ServiceParts } from './start-service.ts';
export { runService } from './run-service.ts';
