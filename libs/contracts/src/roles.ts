import { z } from 'zod';

/** What a post lets its holder do. The Vietnamese names are in docs/glossary.md. */
export const ROLES = [
  'receiver', // cán bộ tiếp nhận
  'classifier', // cán bộ phân loại, xử lý đơn
  'verifier', // cán bộ xác minh
  'head', // thủ trưởng đơn vị (và cấp phó được giao)
  'clerk', // văn thư
  'denunciation-officer', // người được giao tiếp nhận, xử lý tố cáo
  'auditor', // kiểm tra nội bộ
  'administrator', // quản trị tổ chức và người dùng
  'operator', // vận hành hệ thống
] as const;

export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;
