import { defineProblems, words } from '@minh-bach/platform';

export const DIRECTORY_PROBLEMS = defineProblems({
  PERIOD_BACKWARDS: {
    status: 422,
    title: words('Thời gian không hợp lệ', 'Wrong period'),
    detail: words(
      'Ngày kết thúc không được trước ngày bắt đầu.',
      'The end cannot be before the start.',
    ),
    members: ['field'],
  },
  ENTRY_OF_ANOTHER_KIND: {
    status: 409,
    title: words('Mã đã dùng cho mục khác loại', 'The id is of another kind'),
    detail: words('Hãy chọn mã khác.', 'Choose another id.'),
  },
  POST_NOT_YOURS: {
    status: 409,
    title: words('Không phải chức danh đang giữ', 'Not your post'),
    detail: words(
      'Chỉ được cử người thay thế cho chức danh mình đang giữ.',
      'You can appoint a deputy for your own post only.',
    ),
  },
  NOT_FOR_ONESELF: {
    status: 409,
    title: words('Không được tự ghi cho chính mình', 'Not for yourself'),
    detail: words(
      'Người quản trị không được tự ghi chức danh, việc thay thế hoặc tài khoản của chính mình; người quản trị khác phải ghi.',
      'An administrator records no post, deputation or account of his own; another administrator must do it.',
    ),
  },
  DEPUTY_BACKDATED: {
    status: 422,
    title: words('Không được cử lùi ngày', 'Not for the past'),
    detail: words(
      'Chỉ được cử người thay thế từ hôm nay trở đi; việc thay thế đang diễn ra chỉ được kết thúc sớm, sớm nhất là hôm nay.',
      'A deputy can be appointed from today on only; what has begun can only end early, today at the earliest.',
    ),
    members: ['field'],
  },
  DEPUTY_UNKNOWN: {
    status: 422,
    title: words('Không có người này', 'Unknown person'),
    detail: words('Hãy chọn một người có trong danh bạ.', 'Choose a person of the directory.'),
  },
});
