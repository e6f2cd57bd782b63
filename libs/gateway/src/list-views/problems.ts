import { MOST_VIEWS, MOST_VIEW_NAME } from '@minh-bach/contracts';
import { told } from '../http/told.ts';

/** What is refused of saved views: a part of the gateway's problems. */
export const LIST_VIEW_PROBLEMS = {
  VIEW_NAME: {
    status: 400,
    vi: told(
      'Tên danh sách không dùng được',
      `Tên cần từ 1 đến ${MOST_VIEW_NAME} ký tự trên một dòng, không có ký tự ẩn.`,
    ),
    en: told(
      'The name of the view cannot be used',
      `A name has 1 to ${MOST_VIEW_NAME} characters on one line, and none that is invisible.`,
    ),
  },
  VIEW_NAME_TAKEN: {
    status: 409,
    vi: told('Đã có danh sách mang tên này', 'Hãy chọn một tên khác.'),
    en: told('There is a view of this name already', 'Choose another name.'),
  },
  VIEWS_FULL: {
    status: 409,
    vi: told(
      `Đã lưu đủ ${MOST_VIEWS} danh sách`,
      `Mỗi người lưu được nhiều nhất ${MOST_VIEWS} danh sách cho mỗi vị trí. Hãy xóa bớt rồi lưu lại.`,
    ),
    en: told(
      `${MOST_VIEWS} views are saved already`,
      `A person keeps at most ${MOST_VIEWS} views in each post. Delete one, then save again.`,
    ),
  },
  VIEW_OUTDATED: {
    status: 400,
    vi: told(
      'Danh sách không có điều kiện này',
      'Có điều kiện lọc mà danh sách không dùng. Hãy tải lại trang rồi lọc lại.',
    ),
    en: told(
      'The list has no such filter',
      'One of the filters is none of this list. Reload the page and narrow it again.',
    ),
  },
} as const;
