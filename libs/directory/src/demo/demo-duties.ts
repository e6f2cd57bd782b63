import type { Role } from '@minh-bach/contracts';

/** What a post is called in the product, and what it lets its holder do there. */
export interface Duty {
  readonly title: { readonly vi: string; readonly en: string };
  readonly roles: readonly Role[];
}

const duty = (vi: string, en: string, ...roles: Role[]): Duty => ({ title: { vi, en }, roles });

const verifier = duty('Công chức xác minh', 'Verifier', 'verifier');
const petitions = duty(
  'Công chức tiếp nhận, xử lý đơn',
  'Petitions officer',
  'receiver',
  'classifier',
);
const denunciations = duty(
  'Công chức tiếp nhận, xử lý tố cáo',
  'Denunciations officer',
  'denunciation-officer',
);
/** Two of them: one proposes, the other confirms. */
const administrator = duty('Quản trị tổ chức, người dùng', 'Administrator', 'administrator');
const headOfPost = duty('Trưởng Hải quan cửa khẩu', 'Head of the post', 'head');

/** By post of the rules pack, which says who holds it, where, and from when. */
export const demoDuties: Readonly<Record<string, Duty>> = {
  'chq.an': duty('Cục trưởng', 'Director General', 'head'),
  'chq.ha': duty('Công chức kiểm tra nội bộ', 'Internal auditor', 'auditor'),
  'chq.quan': administrator,
  'chq.linh': administrator,
  'chq.van': duty('Vận hành hệ thống', 'Operator', 'operator'),
  'kv-mh.khanh': duty('Chi cục trưởng', 'Regional Director', 'head'),
  'kv-mh.thu': petitions,
  'kv-mh.quyen': denunciations,
  'kv-mh.son': duty('Công chức thanh tra', 'Inspector', 'verifier', 'clerk'),
  'hq-sm.binh': headOfPost,
  'hq-sm.cuc': duty('Phó Trưởng Hải quan cửa khẩu', 'Deputy head of the post', 'head'),
  'hq-sm.dung': duty('Công chức tiếp công dân', 'Reception officer', 'receiver'),
  'hq-sm.giang': duty('Công chức xử lý đơn', 'Petitions officer', 'classifier'),
  'hq-sm.hung': verifier,
  'hq-sm.lan': verifier,
  'hq-sm.phuc': duty('Văn thư', 'Clerk', 'clerk'),
  'hq-sm.oanh': denunciations,
  'hq-dg.tam': headOfPost,
  'hq-dg.yen': petitions,
  'hq-dg.nam': duty('Công chức xác minh', 'Verifier', 'verifier', 'clerk'),
};
