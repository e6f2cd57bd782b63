const told = (title: string, detail: string) => ({ title, detail });

const PROBLEMS = {
  NOT_FOUND: [
    404,
    told('Không tìm thấy', 'Không có nội dung này, hoặc bạn không được xem.'),
    told('Not found', 'There is no such thing, or it is not yours to see.'),
  ],
  SIGN_IN_REQUIRED: [
    401,
    told('Bạn cần đăng nhập', 'Phiên làm việc đã kết thúc hoặc chưa có. Hãy đăng nhập.'),
    told('You need to sign in', 'There is no session, or it has ended. Sign in.'),
  ],
  REVISION_CHANGED: [
    412,
    told('Hồ sơ đã thay đổi', 'Có người đã xử lý hồ sơ sau khi bạn mở.'),
    told('The file has changed', 'Someone has worked on this file since you opened it.'),
  ],
  RECEIPT_CODE_WRONG: [
    404,
    told('Mã tra cứu không đúng', 'Mã tra cứu không đúng; hãy kiểm tra từng ký tự.'),
    told('Wrong receipt code', 'Wrong code; check each character.'),
  ],
  FILE_TYPE_LIES: [
    415,
    told('Tệp không đúng loại', 'Nội dung tệp không khớp với loại tệp; hãy quét lại rồi gửi.'),
    told('The file is not what it says', 'Its content is of another type; scan again.'),
  ],
  UNAVAILABLE: [
    503,
    told('Dịch vụ chưa sẵn sàng', 'Chưa có gì bị mất. Hãy thử lại sau ít phút.'),
    told('The service is not available', 'Nothing was lost. Try again in a few minutes.'),
  ],
  INVALID_INPUT: [
    400,
    told('Dữ liệu gửi lên không hợp lệ', 'Hãy sửa các mục được chỉ ra.'),
    told('The data is not valid', 'Mend the fields shown.'),
  ],
} as const;

export function problem(code: keyof typeof PROBLEMS, members: object = {}) {
  const [status, vi, en] = PROBLEMS[code];
  return { status, body: { ...vi, status, code, vi, en, instance: 'urn:uuid:0', ...members } };
}
