import type { PortalMessages } from '../vi/portal.ts';
import { en as visitors } from './public.ts';

const portal = {
  'unknown.title': 'Page not found',
  'unknown.lead': 'The address may be mistyped, or the page has moved. Go on from here:',
  'unknown.home': 'Home',
};

export const en: PortalMessages = { ...visitors, ...portal };
