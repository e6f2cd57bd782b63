import type { LocalizedText } from '../../api/types.ts';

/** One line of a form, in the words of the form; `rows` is the room for writing by hand. */
export interface PaperLine {
  readonly key: string;
  readonly label: string;
  readonly rows: number;
}

export interface PaperForm {
  readonly title: string;
  readonly name: LocalizedText;
  readonly basis: LocalizedText;
  /** Whether the sheet begins with "Kính gửi". */
  readonly isAddressed: boolean;
  readonly lines: readonly PaperLine[];
  /** The people who sign, from left to right. */
  readonly signers: readonly string[];
  readonly closing?: string;
}

const line = (key: string, label: string, rows = 1): PaperLine => ({ key, label, rows });
const ID = 'Số căn cước/định danh cá nhân/giấy chứng nhận căn cước/hộ chiếu, ngày và nơi cấp';

export const COMPLAINT: PaperForm = {
  title: 'ĐƠN KHIẾU NẠI',
  name: { vi: 'Đơn khiếu nại', en: 'Complaint' },
  basis: {
    vi: 'Theo Mẫu số 01, NĐ 124/2020 (NĐ 155/2026). Cách trình bày có thể khác bản in của nghị định.',
    en: 'By form 01 of NĐ 124/2020 (NĐ 155/2026). The layout may differ from the printed decree.',
  },
  isAddressed: true,
  lines: [
    line('instance', 'Khiếu nại lần (đầu/hai)'),
    line('name', '1. Họ và tên người khiếu nại'),
    line('id', ID),
    line('address', 'Địa chỉ'),
    line('contact', 'Điện thoại, thư điện tử'),
    line('delegate', '2. Người đại diện, người được ủy quyền (nếu có): họ tên, số giấy tờ'),
    line('respondent', '3. Người, cơ quan bị khiếu nại', 2),
    line('about', '4. Khiếu nại về việc', 2),
    line('content', '5. Nội dung khiếu nại', 8),
    line('demand', 'Yêu cầu giải quyết', 3),
    line('evidence', 'Tài liệu, chứng cứ kèm theo', 3),
  ],
  signers: ['Người khiếu nại'],
};

export const DENUNCIATION: PaperForm = {
  title: 'ĐƠN TỐ CÁO',
  name: { vi: 'Đơn tố cáo', en: 'Report of wrongdoing (denunciation)' },
  basis: {
    vi: 'Đủ các nội dung mà Luật Tố cáo Đ.23 yêu cầu; luật không có mẫu bắt buộc trong các văn bản mà trang này dùng.',
    en: 'With all that Luật Tố cáo Đ.23 asks for; the texts that this site uses have no compulsory form.',
  },
  isAddressed: true,
  lines: [
    line('name', 'Họ và tên người tố cáo'),
    line('address', 'Địa chỉ'),
    line('contact', 'Cách liên hệ'),
    line('respondent', 'Người bị tố cáo: họ tên, chức vụ, đơn vị', 2),
    line('content', 'Hành vi vi phạm bị tố cáo', 10),
    line('evidence', 'Thông tin, tài liệu, chứng cứ kèm theo', 4),
  ],
  signers: ['Người tố cáo'],
};

export const MANDATE: PaperForm = {
  title: 'GIẤY ỦY QUYỀN KHIẾU NẠI',
  name: { vi: 'Giấy ủy quyền khiếu nại', en: 'Power of attorney for a complaint' },
  basis: {
    vi: 'Theo Mẫu số 02, NĐ 124/2020 (NĐ 155/2026). Cá nhân ủy quyền thì giấy này phải được công chứng hoặc chứng thực.',
    en: 'By form 02 of NĐ 124/2020 (NĐ 155/2026). Given by a person, it must be notarised or certified.',
  },
  isAddressed: false,
  lines: [
    line('principal', 'Người ủy quyền: họ và tên'),
    line('principalAddress', 'Địa chỉ'),
    line('principalId', ID),
    line('delegate', 'Người được ủy quyền: họ và tên'),
    line('delegateAddress', 'Địa chỉ'),
    line('delegateId', ID),
    line('content', 'Nội dung ủy quyền (toàn bộ hoặc một phần)', 6),
  ],
  signers: ['Người được ủy quyền', 'Người ủy quyền'],
  closing: 'LỜI CHỨNG CÔNG CHỨNG/CHỨNG THỰC',
};

export const WITHDRAWAL: PaperForm = {
  title: 'ĐƠN RÚT TỐ CÁO',
  name: { vi: 'Đơn rút tố cáo', en: 'Withdrawal of a report of wrongdoing' },
  basis: {
    vi: 'Theo Mẫu số 02, NĐ 31/2019 (NĐ 156/2026). Cách trình bày có thể khác bản in của nghị định.',
    en: 'By form 02 of NĐ 31/2019 (NĐ 156/2026). The layout may differ from the printed decree.',
  },
  isAddressed: true,
  lines: [
    line('name', 'Họ và tên người rút tố cáo'),
    line('address', 'Địa chỉ'),
    line('contact', 'Cách thức liên hệ'),
    line('content', 'Nội dung tố cáo xin rút', 8),
  ],
  signers: ['Người rút tố cáo'],
};
