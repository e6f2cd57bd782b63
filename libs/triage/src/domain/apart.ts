import { words } from '@minh-bach/contracts';

/** What takes the two apart without anybody asking for it: they are not any more what was compared. */
export const APART = {
  called: words('được xác định là đơn tố cáo', 'it is called a denunciation'),
  names: words('người, đơn vị bị khiếu nại được đính chính', 'its respondents were corrected'),
  receipt: words('ngày nhận đơn được đính chính', 'its receipt date was corrected'),
  'receipt-of-other': words(
    'ngày nhận của đơn kia được đính chính',
    'the receipt date of the other one was corrected',
  ),
  sender: words(
    'thông tin người gửi của một trong hai đơn được đính chính',
    'what is known of the sender of one of them was corrected',
  ),
  'names-of-other': words(
    'người, đơn vị bị khiếu nại của đơn kia được đính chính',
    'the respondents of the other one were corrected',
  ),
  'other-dealt-with': words('đơn kia vừa được xử lý', 'the other one was just dealt with'),
} as const;
export type Apart = keyof typeof APART;
