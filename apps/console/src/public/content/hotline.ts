/** Dated data: look it up again before an installation opens to the public. */
export const HOTLINE = {
  number: '1900 9299',
  tel: '19009299',
  source: 'QĐ 3899/QĐ-TCHQ ngày 10/11/2016',
  checkedOn: '2026-11-27',
} as const;

/** Of everybody. */
export const EMERGENCY = '113';
