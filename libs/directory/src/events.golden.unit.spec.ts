import { registryOf } from '@minh-bach/platform';
import { describeGoldenEvents } from '@minh-bach/testing';
import { directoryService } from './directory.service.ts';

describeGoldenEvents(registryOf(directoryService), new URL('events.golden.json', import.meta.url));
