import type { LocalizedText } from '../../api/types.ts';

export interface ReceivingUnit {
  /** As in the directory. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly address: LocalizedText;
  readonly hours: LocalizedText;
  /** When the head receives people in person. */
  readonly head: LocalizedText;
  readonly phone: string;
}

const hours = {
  vi: 'Thứ Hai đến Thứ Sáu, 8:00 đến 11:30 và 13:30 đến 17:00',
  en: 'Monday to Friday, 8:00 to 11:30 and 13:30 to 17:00',
};

/** Made up, for trials only; a real installation shows none until its own are entered here. */
export const TRIAL_UNITS: readonly ReceivingUnit[] = [
  {
    code: 'HQ-SM',
    name: { vi: 'Hải quan cửa khẩu Sông Mây', en: 'Song May Border Post' },
    address: {
      vi: 'Số 1 đường Cửa Khẩu, xã Sông Mây, tỉnh Minh Họa',
      en: '1 Cua Khau Street, Song May, Minh Hoa Province',
    },
    hours,
    head: { vi: 'ngày 10 hằng tháng', en: 'the 10th of each month' },
    phone: '0000 000 001',
  },
  {
    code: 'HQ-DG',
    name: { vi: 'Hải quan cửa khẩu Đèo Gió', en: 'Deo Gio Border Post' },
    address: {
      vi: 'Số 2 đường Đèo Gió, xã Đèo Gió, tỉnh Minh Họa',
      en: '2 Deo Gio Street, Deo Gio, Minh Hoa Province',
    },
    hours,
    head: { vi: 'ngày 15 hằng tháng', en: 'the 15th of each month' },
    phone: '0000 000 002',
  },
  {
    code: 'KV-MH',
    name: { vi: 'Chi cục Hải quan khu vực Minh Họa', en: 'Minh Hoa Regional Customs' },
    address: {
      vi: 'Số 3 phố Minh Họa, phường Trung Tâm, tỉnh Minh Họa',
      en: '3 Minh Hoa Street, Trung Tam Ward, Minh Hoa Province',
    },
    hours,
    head: { vi: 'ngày 20 hằng tháng', en: 'the 20th of each month' },
    phone: '0000 000 003',
  },
];
