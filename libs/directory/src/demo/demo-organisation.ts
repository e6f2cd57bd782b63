import type { DirectoryEntryV1, Role } from '@minh-bach/contracts';

/** Day from which the demo's organisation holds. */
const FROM = '2025-03-01';

const unit = (
  id: string,
  parent: string | null,
  level: 'tong_cuc' | 'cuc' | 'chi_cuc',
  vi: string,
  en: string,
): DirectoryEntryV1 => ({
  kind: 'unit',
  id,
  parent,
  level,
  name: { vi, en },
  invented: parent !== null,
  from: FROM,
  to: null,
});

/** One national node, one region and two border posts; region and posts are invented, and say so. */
export const demoUnits: readonly DirectoryEntryV1[] = [
  unit('CHQ', null, 'tong_cuc', 'Cục Hải quan', 'Vietnam Customs'),
  unit(
    'KV-MH',
    'CHQ',
    'cuc',
    'Chi cục Hải quan khu vực Minh Họa (hư cấu)',
    'Minh Hoa Regional Customs (invented)',
  ),
  unit(
    'HQ-SM',
    'KV-MH',
    'chi_cuc',
    'Hải quan cửa khẩu Sông Mây (hư cấu)',
    'Song May Border Post (invented)',
  ),
  unit(
    'HQ-DG',
    'KV-MH',
    'chi_cuc',
    'Hải quan cửa khẩu Đèo Gió (hư cấu)',
    'Deo Gio Border Post (invented)',
  ),
];

export interface DemoPerson {
  /** Also the user name. */
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly roles: readonly Role[];
}

const person = (
  id: string,
  name: string,
  unitId: string,
  vi: string,
  en: string,
  ...roles: Role[]
): DemoPerson => ({
  id,
  name,
  unit: unitId,
  title: { vi, en },
  roles,
});

/** Invented people of three levels. */
export const demoPeople: readonly DemoPerson[] = [
  person('an', 'Phạm Thị An', 'CHQ', 'Cục trưởng', 'Director General', 'head'),
  person('ha', 'Đỗ Thu Hà', 'CHQ', 'Công chức kiểm tra nội bộ', 'Internal auditor', 'auditor'),
  person(
    'quan',
    'Lý Minh Quân',
    'CHQ',
    'Quản trị tổ chức, người dùng',
    'Administrator',
    'administrator',
  ),
  person('van', 'Trịnh Hải Vân', 'CHQ', 'Vận hành hệ thống', 'Operator', 'operator'),
  person('khanh', 'Vũ Quốc Khánh', 'KV-MH', 'Chi cục trưởng', 'Regional Director', 'head'),
  person(
    'thu',
    'Ngô Minh Thư',
    'KV-MH',
    'Công chức tiếp nhận, xử lý đơn',
    'Petitions officer',
    'receiver',
    'classifier',
  ),
  person('son', 'Bùi Hồng Sơn', 'KV-MH', 'Công chức thanh tra', 'Inspector', 'verifier', 'clerk'),
  person('binh', 'Trần Văn Bình', 'HQ-SM', 'Trưởng Hải quan cửa khẩu', 'Head of the post', 'head'),
  person(
    'cuc',
    'Lê Thị Cúc',
    'HQ-SM',
    'Phó Trưởng Hải quan cửa khẩu',
    'Deputy head of the post',
    'head',
  ),
  person(
    'dung',
    'Hoàng Thị Dung',
    'HQ-SM',
    'Công chức tiếp công dân',
    'Reception officer',
    'receiver',
  ),
  person(
    'giang',
    'Phan Trường Giang',
    'HQ-SM',
    'Công chức xử lý đơn',
    'Petitions officer',
    'classifier',
  ),
  person('hung', 'Đặng Mạnh Hùng', 'HQ-SM', 'Công chức xác minh', 'Verifier', 'verifier'),
  person('lan', 'Mai Ngọc Lan', 'HQ-SM', 'Công chức xác minh', 'Verifier', 'verifier'),
  person('phuc', 'Cao Đình Phúc', 'HQ-SM', 'Văn thư', 'Clerk', 'clerk'),
  person('tam', 'Hồ Thanh Tâm', 'HQ-DG', 'Trưởng Hải quan cửa khẩu', 'Head of the post', 'head'),
  person(
    'yen',
    'Dương Hải Yến',
    'HQ-DG',
    'Công chức tiếp nhận, xử lý đơn',
    'Petitions officer',
    'receiver',
    'classifier',
  ),
  person('nam', 'Tạ Hoài Nam', 'HQ-DG', 'Công chức xác minh', 'Verifier', 'verifier', 'clerk'),
];

/** The demo as directory entries. @param subjectOf the sign-in subject of a demo person */
export const demoEntries = (
  issuer: string,
  subjectOf: (id: string) => string,
): DirectoryEntryV1[] => [
  ...demoUnits,
  ...demoPeople.flatMap(({ id, name, unit: unitId, title, roles }): DirectoryEntryV1[] => [
    { kind: 'person', id, name, issuer, subject: subjectOf(id), active: true },
    {
      kind: 'post',
      id: `${unitId.toLowerCase()}.${id}`,
      unit: unitId,
      title,
      roles: [...roles],
      person: id,
      from: FROM,
      to: null,
    },
  ]),
];
