import type { PublicMessages } from '../vi/public.ts';
import { common } from './common.ts';
import { visitors } from './visitors.ts';
import { writing } from './writing.ts';

export const en: PublicMessages = { ...common, ...visitors, ...writing };
