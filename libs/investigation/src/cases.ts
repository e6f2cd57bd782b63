import { MatterStreams } from '@minh-bach/platform';
import { caseDecider } from './domain/case.decider.ts';

export const cases = new MatterStreams('investigation.case-', caseDecider);
