import type { SenderKind } from '@minh-bach/contracts';

export interface Sender {
  readonly kind: SenderKind;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly idNumber: string | null;
}

/** No number begins with these digits. */
const phone = (last: number): string => `0900 000 ${last}`;

const firm = (name: string, address: string, last: number, mail?: string): Sender => ({
  kind: 'enterprise',
  name,
  address,
  phone: phone(last),
  email: mail === undefined ? null : `lienhe@${mail}.example`,
  idNumber: null,
});
const person = (name: string, address: string | null, last?: number): Sender => ({
  kind: 'individual',
  name,
  address,
  phone: last === undefined ? null : phone(last),
  email: null,
  idNumber: null,
});
const body = (name: string, address: string, last: number): Sender => ({
  kind: 'agency',
  name,
  address,
  phone: phone(last),
  email: null,
  idNumber: null,
});

/** All invented, as are their places. */
export const SENDERS = {
  'nong-san': firm(
    'Công ty TNHH Nông sản Bản Sương',
    'Lô 7, cụm công nghiệp Bản Sương, xã Sông Mây',
    111,
    'nongsanbansuong',
  ),
  'go-rung': firm('Công ty Cổ phần Gỗ Rừng Mây', 'Số 18, đường Bến Gỗ, xã Sông Mây', 112),
  'dien-may': firm(
    'Công ty TNHH Điện máy Phố Đá',
    'Số 204, đường Phố Đá, phường Minh Họa',
    113,
    'dienmayphoda',
  ),
  'may-mac': firm(
    'Công ty Cổ phần May Sông Mây',
    'Khu công nghiệp Minh Họa, phường Minh Họa',
    114,
    'maysongmay',
  ),
  'van-tai': firm('Công ty TNHH Vận tải Đèo Gió', 'Km 12, đường lên cửa khẩu Đèo Gió', 115),
  logistics: firm(
    'Công ty Cổ phần Tiếp vận Mây Trắng Minh Họa',
    'Số 9, đường Kho Ngoại Quan, phường Minh Họa',
    116,
    'tiepvanmaytrang',
  ),
  'thiet-bi': firm(
    'Công ty TNHH Thiết bị Y khoa Thanh Khê Mây',
    'Số 31, phố Giếng Đá, phường Minh Họa',
    117,
  ),
  'hoa-chat': firm(
    'Công ty Cổ phần Hóa chất Minh Họa Xanh',
    'Lô B4, khu công nghiệp Minh Họa',
    118,
  ),
  'thuc-pham': firm(
    'Công ty TNHH Thực phẩm Suối Chàm',
    'Thôn Suối Chàm, xã Đèo Gió',
    119,
    'suoicham',
  ),
  'phu-tung': firm(
    'Công ty TNHH Phụ tùng Ô tô Bến Mây',
    'Số 66, đường Bến Mây, phường Minh Họa',
    121,
  ),
  nhua: firm('Công ty Cổ phần Nhựa Đồng Sương', 'Lô C2, khu công nghiệp Minh Họa', 122),
  thep: firm('Công ty TNHH Kim khí Núi Đá Xám', 'Km 4, quốc lộ qua xã Sông Mây', 123),
  'linh-kien': firm(
    'Công ty TNHH Linh kiện Sao Mây Minh Họa',
    'Nhà xưởng A1, khu công nghiệp Minh Họa',
    124,
    'linhkiensaomay',
  ),
  'dai-ly': firm(
    'Công ty TNHH Đại lý hải quan Cầu Mây',
    'Số 3, dãy nhà dịch vụ cửa khẩu Sông Mây',
    125,
    'dailycaumay',
  ),
  'trai-cay': firm('Hợp tác xã Trái cây Đồi Gió', 'Thôn Đồi, xã Đèo Gió', 126),
  'duoc-lieu': firm('Công ty TNHH Dược liệu Thung Sương', 'Thung Sương, xã Đèo Gió', 127),
  giay: firm('Công ty Cổ phần Giày Phố Núi Minh Họa', 'Lô D1, khu công nghiệp Minh Họa', 128),
  'phan-bon': firm(
    'Công ty TNHH Vật tư nông nghiệp Đồng Mây',
    'Số 77, đường Đồng Mây, xã Sông Mây',
    129,
  ),
  'thu-cong': firm('Hợp tác xã Thủ công Mây tre Bản Lụa', 'Bản Lụa, xã Sông Mây', 131),
  'may-cong-trinh': firm(
    'Công ty Cổ phần Máy công trình Đá Bạc',
    'Số 40, đường Đá Bạc, phường Minh Họa',
    132,
  ),
  'xe-tai': firm('Công ty TNHH Xe tải Biên Mây', 'Km 9, đường ra cửa khẩu Sông Mây', 133),
  son: firm('Công ty TNHH Sơn Màu Núi', 'Lô E5, khu công nghiệp Minh Họa', 134),
  'hiep-hoi': body(
    'Hiệp hội Doanh nghiệp xuất nhập khẩu Minh Họa',
    'Số 1, quảng trường Minh Họa',
    135,
  ),
  'bqt-cho': body('Ban quản lý chợ biên giới Sông Mây', 'Chợ biên giới Sông Mây, xã Sông Mây', 136),
  'ub-xa': body('Hội Nông dân xã Đèo Gió', 'Trụ sở xã Đèo Gió', 137),
  tuan: person('Nguyễn Hữu Tuân', 'Tổ 4, phường Minh Họa', 141),
  mui: person('Trần Thị Mùi', 'Thôn Bến Gỗ, xã Sông Mây', 142),
  khai: person('Lê Quang Khải', 'Số 15, phố Giếng Đá, phường Minh Họa', 143),
  thoa: person('Phạm Kim Thoa', 'Thôn Suối Chàm, xã Đèo Gió', 144),
  luc: person('Hoàng Văn Lực', 'Bản Sương, xã Sông Mây', 145),
  nga: person('Vũ Tố Nga', 'Số 88, đường Phố Đá, phường Minh Họa', 146),
  dat: person('Bùi Tiến Đạt', 'Tổ 9, phường Minh Họa', 147),
  hien: person('Đỗ Diệu Hiền', 'Thôn Đồi, xã Đèo Gió', 148),
  phong: person('Ngô Thế Phong', 'Thôn Bến Mây, xã Sông Mây', 149),
  lam: person('Dương Tùng Lâm', 'Số 27, đường Bến Mây, phường Minh Họa', 151),
  xuyen: person('Lý Mỹ Xuyến', 'Tổ 2, phường Minh Họa', 152),
  thach: person('Đặng Ngọc Thạch', 'Bản Lụa, xã Sông Mây', 153),
  que: person('Mai Thị Quế', 'Chợ biên giới Sông Mây, xã Sông Mây', 154),
  vinh: person('Tạ Công Vinh', 'Km 12, xã Đèo Gió', 155),
  'an-danh': person('Người gửi đơn ghi là “một lái xe đường dài”', null),
  kieu: person('Phan Thúy Kiều', 'Số 5, phố Hàng Mây, phường Minh Họa', 157),
  bac: person('Cao Viết Bắc', 'Thung Sương, xã Đèo Gió', 158),
  doan: person('Hồ Sĩ Đoàn', 'Số 12, đường Kho Ngoại Quan, phường Minh Họa', 159),
} as const satisfies Readonly<Record<string, Sender>>;

export type SenderId = keyof typeof SENDERS;

/** Where a decision goes. */
export function addresseeOf(id: SenderId): string {
  const { name, address } = SENDERS[id] as Sender;
  return address === null ? name : `${name}, ${address}`;
}
