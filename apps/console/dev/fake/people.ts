import type { HeldPost, Me, Units } from '../../src/api/types.ts';

const both = (vi: string, en: string) => ({ vi, en });

export const units: Units['items'] = [
  {
    id: 'CHQ',
    parent: null,
    level: 'tong_cuc',
    name: both('Cục Hải quan', 'Vietnam Customs'),
    invented: false,
  },
  {
    id: 'KV-MH',
    parent: 'CHQ',
    level: 'cuc',
    name: both(
      'Chi cục Hải quan khu vực Minh Họa (hư cấu)',
      'Minh Hoa Regional Customs (invented)',
    ),
    invented: true,
  },
  {
    id: 'HQ-SM',
    parent: 'KV-MH',
    level: 'chi_cuc',
    name: both('Hải quan cửa khẩu Sông Mây (hư cấu)', 'Song May Border Post (invented)'),
    invented: true,
  },
  {
    id: 'HQ-DG',
    parent: 'KV-MH',
    level: 'chi_cuc',
    name: both('Hải quan cửa khẩu Đèo Gió (hư cấu)', 'Deo Gio Border Post (invented)'),
    invented: true,
  },
];

export const unitRef = (id: string) => {
  const unit = units.find((each) => each.id === id);
  return { id, name: unit?.name ?? both(id, id) };
};

const post = (
  id: string,
  unit: string,
  vi: string,
  en: string,
  roles: HeldPost['roles'],
  deputyFor?: string,
): HeldPost => ({
  post: `${unit.toLowerCase()}.${id}`,
  unit,
  unitName: unitRef(unit).name,
  title: both(vi, en),
  roles,
  ...(deputyFor === undefined ? {} : { deputyFor }),
});

export const people: readonly Me[] = [
  {
    person: 'dung',
    name: 'Hoàng Thị Dung',
    posts: [post('dung', 'HQ-SM', 'Công chức tiếp công dân', 'Reception officer', ['receiver'])],
  },
  {
    person: 'giang',
    name: 'Phan Trường Giang',
    posts: [post('giang', 'HQ-SM', 'Công chức xử lý đơn', 'Petitions officer', ['classifier'])],
  },
  {
    person: 'hung',
    name: 'Đặng Mạnh Hùng',
    posts: [post('hung', 'HQ-SM', 'Công chức xác minh', 'Verifier', ['verifier'])],
  },
  {
    person: 'lan',
    name: 'Mai Ngọc Lan',
    posts: [post('lan', 'HQ-SM', 'Công chức xác minh', 'Verifier', ['verifier'])],
  },
  {
    person: 'binh',
    name: 'Trần Văn Bình',
    posts: [
      post('binh', 'HQ-SM', 'Trưởng Hải quan cửa khẩu', 'Head of the post', ['head']),
      post(
        'tam',
        'HQ-DG',
        'Trưởng Hải quan cửa khẩu',
        'Head of the post',
        ['head'],
        'Hồ Thanh Tâm',
      ),
    ],
  },
  {
    person: 'phuc',
    name: 'Cao Đình Phúc',
    posts: [post('phuc', 'HQ-SM', 'Văn thư', 'Clerk', ['clerk'])],
  },
];

export const personRef = (id: string) => ({
  id,
  name: people.find(({ person }) => person === id)?.name ?? id,
});
