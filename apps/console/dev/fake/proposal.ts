import type { TriageMatter } from '../../src/api/types.ts';
import { unitRef } from './people.ts';
import { words } from './petition.ts';

export const proposal: NonNullable<TriageMatter['proposal']> = {
  rule: 12,
  outcomes: [{ code: 'accept', name: words('Thụ lý để giải quyết', 'Accept for resolution') }],
  law: 'TT 05/2021/TT-TTCP Đ.11; Luật Khiếu nại Đ.17, Đ.27',
  reason: words(
    'Khiếu nại lần đầu về quyết định của chính đơn vị nhận đơn, có chữ ký, còn thời hiệu.',
    'A first complaint about a decision of the receiving unit itself, signed and in time.',
  ),
  warnings: [
    words(
      'Đề xuất này giả định đơn đủ điều kiện thụ lý (Luật Khiếu nại Đ.8, 9, 11); người quyết định phải xác nhận.',
      'This assumes that the conditions of acceptance are met (Law on Complaints Art. 8, 9, 11); who decides must confirm it.',
    ),
  ],
  jurisdiction: {
    level: 'chi_cuc',
    title: 'Trưởng Hải quan cửa khẩu',
    law: 'Luật Khiếu nại Đ.17',
    unit: unitRef('HQ-SM'),
  },
  packVersion: '2026.11',
};
