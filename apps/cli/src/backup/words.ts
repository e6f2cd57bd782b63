import type { Words } from '@minh-bach/rules';
import { refusalOf, type Refusal } from '../logs/copy-words.ts';

/** What was asked for cannot be done so. */
export class Refused extends Error {
  constructor(readonly code: keyof typeof ASKED) {
    super(code);
  }
}

const ASKED = {
  KEYS_WITH_OTHERS: {
    vi: 'Khóa không được nằm cùng thư mục với nhật ký hoặc tệp, hay trong nhau. Hãy chọn cho --keys một thư mục khác, tốt nhất ở nơi khác.',
    en: 'Keys must not lie in one folder with the log or the files, nor inside each other. Give --keys a folder of its own, at best elsewhere.',
  },
  EXPORT_INTO_PRODUCT: {
    vi: 'Thư mục xuất nằm trong dữ liệu của chính hệ thống. Hãy chọn thư mục ở nơi khác; bản sao lưu nằm cạnh dữ liệu sẽ mất cùng dữ liệu.',
    en: 'The folder to export into lies in the product’s own data. Choose one elsewhere; a backup inside the data is lost with them.',
  },
  KEYS_NEED_LOG: {
    vi: 'Nhập khóa phải kèm --log: bản xuất nhật ký cho biết những khóa nào đã bị hủy.',
    en: 'To import keys, name --log too: the export of the log tells which keys were destroyed.',
  },
  NO_DATABASE: {
    vi: 'Phải nêu thư mục dữ liệu của npm start, địa chỉ postgresql://…, hoặc tệp chứa địa chỉ đó.',
    en: 'Name a data folder of npm start, an address like postgresql://…, or a file that holds one.',
  },
  NO_FILES_FOLDER: {
    vi: 'Hãy nêu thư mục tệp của hệ thống (MB_FILES_FOLDER) bằng --files-at.',
    en: 'Name the files folder of the product (MB_FILES_FOLDER) with --files-at.',
  },
  NO_KEYS: {
    vi: 'Cơ sở dữ liệu này không có khóa nào.',
    en: 'This database holds no keys.',
  },
  NO_MASTER_KEY: {
    vi: 'Không có khóa chủ (master.key). Hãy khôi phục thư mục bí mật trước, và nêu thư mục đó bằng --secrets nếu ở nơi khác.',
    en: 'There is no master key (master.key). Restore the folder of secrets first, and name it with --secrets where it is elsewhere.',
  },
  NO_BACKUP_KEY: {
    vi: 'Không có khóa của bản sao lưu. Hãy nêu bằng --secrets thư mục có backup.key (do mb prepare tạo) hoặc master.key.',
    en: 'There is no key of the backup. Name with --secrets the folder that holds backup.key (laid by mb prepare) or master.key.',
  },
  LOG_ELSEWHERE: {
    vi: 'Nhật ký của thư mục dữ liệu này ở EventStoreDB. Hãy nêu địa chỉ bằng --store.',
    en: 'The log of this data folder is in EventStoreDB. Name it with --store.',
  },
  EXPORT_BUSY: {
    vi: 'Một lần xuất khác đang ghi vào thư mục này. Hãy đợi cho xong.',
    en: 'Another export is writing to this folder. Wait until it is done.',
  },
  FILES_MISSING: {
    vi: 'Bản xuất thiếu tệp mà nhật ký có nêu. Hãy tìm bản xuất tệp mới hơn rồi nhập lại; nếu không còn, --without-files nhập mà không có các tệp đó.',
    en: 'The export lacks files that the log names. Find a newer export of the files, and import again; if there is none, --without-files goes on without them.',
  },
} as const satisfies Record<string, Words>;

const MET: Readonly<Record<string, Words>> = {
  NO_FOLDER: {
    vi: 'Không dùng được thư mục này: đó là một tệp, một liên kết hỏng, hoặc nơi không tạo được thư mục.',
    en: 'This folder cannot be used: it is a file, a link that leads nowhere, or a place where no folder can be made.',
  },
  NO_EXPORT: {
    vi: 'Thư mục này không có bản xuất.',
    en: 'This folder holds no export.',
  },
  EXPORT_FORMAT: {
    vi: 'Bản xuất có định dạng khác: do phiên bản khác ghi, hoặc không phải bản xuất.',
    en: 'The export has another format: another version wrote it, or it is none.',
  },
  EXPORT_CUT: {
    vi: 'Bản xuất chưa xong: lần xuất cuối bị cắt ngang. Nếu còn nguồn, hãy xuất lại; nếu không, --even-cut lấy phần còn nguyên vẹn.',
    en: 'The export was cut short: its last run did not end. Export again where the source is there still; else --even-cut takes what is whole.',
  },
  EXPORT_CHANGED: {
    vi: 'Bản xuất đã bị thay đổi từ dòng này. Hãy dùng một bản khác.',
    en: 'The export was changed from this line on. Use another one.',
  },
  EXPORT_DIFFERS: {
    vi: 'Từ sự kiện này, tệp của bản xuất không còn như lúc được ghi: bị cắt hoặc bị thay đổi. Không nhập gì từ tệp này. Hãy dùng một bản khác.',
    en: 'From this event on, a file of the export is not as it was written: cut off, or changed. Nothing of that file was taken. Use another one.',
  },
  EXPORT_GAP: {
    vi: 'Bản xuất thiếu tệp này.',
    en: 'The export lacks this file.',
  },
  EXPORT_OF_ANOTHER_LOG: {
    vi: 'Thư mục này giữ bản xuất của một nhật ký khác. Hãy chọn thư mục mới.',
    en: 'This folder holds the export of another log. Take a new folder.',
  },
  LOG_BEHIND_EXPORT: {
    vi: 'Nhật ký cũ hơn bản xuất: không còn sự kiện đã xuất này. Hãy giữ bản xuất, tìm hiểu nguyên nhân, rồi xuất vào thư mục mới.',
    en: 'The log is older than the export: it lacks this event, which was exported. Keep the export, find out why, and export into a new folder.',
  },
  LOG_OF_EXPORT: {
    vi: 'Đây chính là nhật ký đã được xuất (older: ở thời điểm trước bản xuất; newer: sau; same: cùng lúc). Hãy nhập vào một cơ sở dữ liệu trống.',
    en: 'This is the very log that was exported (older than the export, newer, or the same). Import into an empty database.',
  },
  LOG_DIFFERS: {
    vi: 'Đích giữ nhật ký khác: sự kiện này không có trong bản xuất. Hãy nhập vào một cơ sở dữ liệu trống.',
    en: 'The target holds another log: this event is not the one of the export. Import into an empty database.',
  },
  TARGET_LONGER: {
    vi: 'Đích mới hơn bản xuất: có mọi sự kiện của bản xuất, và có thêm sự kiện này.',
    en: 'The target is newer than the export: it holds all of it, and this event behind it.',
  },
  BACKUP_KEY_WRONG: {
    vi: 'Khóa của bản sao lưu (backup.key) không được tính từ khóa chủ (master.key) nằm cạnh nó, nên bản xuất sẽ không khôi phục được bằng khóa chủ đó. Hãy khôi phục đúng thư mục bí mật; nếu master.key là khóa đúng, hãy xóa backup.key ở đây: lệnh xuất tính khóa từ master.key.',
    en: 'The key of the backup (backup.key) is not derived from the master key (master.key) beside it, so no restore under that master key would take the export. Restore the right folder of secrets; if master.key is the right one, remove backup.key here: the export derives the key from master.key.',
  },
  KEYS_DIFFER: {
    vi: 'Cơ sở dữ liệu này đã có khóa của một hệ thống khác. Hãy nhập vào một cơ sở dữ liệu trống.',
    en: 'This database holds keys of another installation. Import into an empty one.',
  },
  MASTER_KEY_WRONG: {
    vi: 'Các khóa này được gói bằng khóa chủ khác. Hãy khôi phục đúng thư mục bí mật.',
    en: 'These keys were wrapped by another master key. Restore the folder of secrets that belongs to them.',
  },
  FILE_DIFFERS: {
    vi: 'Tệp này khác với danh sách của bản xuất: bị cắt hoặc bị thay đổi.',
    en: 'This file is not as the list of the export says: cut off, or changed.',
  },
  ENOSPC: { vi: 'Ổ đĩa đã đầy.', en: 'The disk is full.' },
  EACCES: { vi: 'Không có quyền đọc hoặc ghi ở đó.', en: 'It may not be read or written there.' },
};

/** What to tell of an export or an import that did not come to its end. */
export const stopOf = (error: unknown): Refusal =>
  error instanceof Refused
    ? { code: error.code, message: ASKED[error.code] }
    : refusalOf(error, { ...MET, ...ASKED });

/** Of rows that were left out. */
export const asideText = (file: string, rows: number): string =>
  `${file}: bỏ lại ${rows} dòng vượt giới hạn của cơ sở dữ liệu / ${rows} rows left out, over the bounds of the database`;
