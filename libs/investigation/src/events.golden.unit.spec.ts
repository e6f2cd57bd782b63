import { registryOf } from '@minh-bach/platform';
import { describeGoldenEvents } from '@minh-bach/testing';
import { investigationService } from './investigation.service.ts';

describeGoldenEvents(
  registryOf(investigationService),
  new URL('events.golden.json', import.meta.url),
);
