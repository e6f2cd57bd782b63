import type {
  DeputyEntry,
  DirectoryEntryV1,
  PersonEntry,
  PostEntry,
  UnitEntry,
} from '@minh-bach/contracts';

export const unit: UnitEntry = {
  kind: 'unit',
  id: 'HQ-SM',
  parent: 'KV-MH',
  level: 'chi_cuc',
  name: { vi: 'Hải quan cửa khẩu Sông Mây (hư cấu)', en: 'Song May Border Post (invented)' },
  invented: true,
  from: '2025-03-01',
  to: null,
};
export const person: PersonEntry = {
  kind: 'person',
  id: 'binh',
  name: 'Trần Văn Bình',
  issuer: 'http://127.0.0.1/oidc',
  subject: 'binh',
  active: true,
};
export const post: PostEntry = {
  kind: 'post',
  id: 'sm-truong',
  unit: 'HQ-SM',
  title: { vi: 'Trưởng Hải quan', en: 'Head' },
  roles: ['head'],
  person: 'binh',
  from: '2026-01-01',
  to: null,
};
export const deputy: DeputyEntry = {
  kind: 'deputy',
  id: 'sm-truong.cuc',
  post: 'sm-truong',
  deputy: 'cuc',
  from: '2026-11-23',
  to: '2026-11-27',
  revoked: false,
};

/** One of each type of event, with what stood there before it. */
export const changes: readonly (readonly [string, DirectoryEntryV1, DirectoryEntryV1 | null])[] = [
  ['UnitRecorded', unit, null],
  ['PersonRecorded', person, null],
  ['PersonDeactivated', { ...person, active: false }, person],
  ['PostAssigned', post, null],
  ['PostEnded', { ...post, to: '2026-12-31' }, post],
  ['DeputyAppointed', deputy, null],
  ['DeputyRevoked', { ...deputy, revoked: true }, deputy],
];
