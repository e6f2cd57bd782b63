import { registryOf } from '@minh-bach/platform';
import { describeGoldenEvents } from '@minh-bach/testing';
import { responseService } from './response.service.ts';

describeGoldenEvents(registryOf(responseService), new URL('events.golden.json', import.meta.url));
