import { words } from '@minh-bach/contracts/browser';

/** What the receipt's page says: it comes with that page alone, and not with every first load. */
export const RECEIPT = {
  title: words('Đã tiếp nhận đơn', 'Petition registered'),
  print: words('In giấy biên nhận', 'Print the receipt'),
  number: words('Số đơn', 'Petition number'),
  numberHint: words(
    'Dùng khi liên hệ; biết số đơn không xem được nội dung đơn.',
    'For correspondence; the number alone shows nothing of the content.',
  ),
  code: words('Mã tra cứu', 'Receipt code'),
  codeHint: words(
    'Hãy lưu mã này trước khi rời trang. Người có mã xem được tình trạng giải quyết đơn.',
    'Save this code before leaving. Anyone holding it can see where the petition stands.',
  ),
  copy: words('Sao chép mã', 'Copy the code'),
  copied: words('Đã sao chép', 'Copied'),
  once: words(
    'Mã chỉ hiện một lần: hệ thống không giữ mã và không cấp lại được.',
    'Shown once only: the system does not keep it and cannot issue it again.',
  ),
  next: words('Tiếp theo', 'Next'),
  next1: words(
    'In giấy biên nhận, trao tận tay hoặc gửi cho người gửi đơn.',
    'Print the receipt; hand or send it to the sender.',
  ),
  next2: words(
    'Đơn được chuyển ngay đến bộ phận phân loại; thời hạn tính từ ngày nhận.',
    'The petition goes to classification now; time limits count from receipt.',
  ),
  next3: words(
    'Người gửi dùng mã tra cứu để xem tình trạng giải quyết đơn.',
    'With the code the sender can see where it stands.',
  ),
  confirm: words(
    'Nhập nhóm ký tự cuối của mã để rời trang',
    'Enter the last group of the code to leave',
  ),
  confirmWrong: words(
    'Nhóm cuối chưa đúng; hãy xem lại mã ở trên',
    'Not the last group; look at the code above',
  ),
  handedOver: words('Đã trao mã tra cứu cho người gửi đơn', 'The code was handed to the sender'),
  kept: words(
    'Chưa rời trang: mã tra cứu chỉ hiện một lần',
    'Still here: the code is shown once only',
  ),
  keptNext: words(
    'Hãy nhập nhóm ký tự cuối của mã, hoặc xác nhận đã trao mã cho người gửi đơn, rồi thử lại.',
    'Enter the last group of the code, or confirm that it was handed to the sender, then try again.',
  ),
  another: words('Tiếp nhận đơn khác', 'Register another'),
  open: words('Mở hồ sơ', 'Open the file'),
  received: (date: string) => words(`Ngày nhận: ${date}`, `Received on ${date}`),
  recordedAt: (time: string, date: string) =>
    words(`Ghi nhận lúc ${time} ngày ${date}`, `Recorded at ${time} on ${date}`),
} as const;
