import { registryOf } from '@minh-bach/platform';
import { describeGoldenEvents } from '@minh-bach/testing';
import { intakeService } from './intake.service.ts';

describeGoldenEvents(registryOf(intakeService), new URL('events.golden.json', import.meta.url));
