import { vi as visitors } from './public.ts';

/** Of pages for everybody that stand as they are, without a script: drawn, never loaded. */
const portal = {
  'unknown.title': 'Không có trang này',
  'unknown.lead':
    'Có thể địa chỉ bị gõ sai, hoặc trang đã chuyển đi nơi khác. Ông/bà tìm tiếp từ đây:',
  'unknown.home': 'Trang đầu',
} as const;

export const vi = { ...visitors, ...portal };

export type PortalMessages = Record<keyof typeof vi, string>;
