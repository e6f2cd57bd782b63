import { registryOf } from '@minh-bach/platform';
import { describeGoldenEvents } from '@minh-bach/testing';
import { triageService } from './triage.service.ts';

describeGoldenEvents(registryOf(triageService), new URL('events.golden.json', import.meta.url));
