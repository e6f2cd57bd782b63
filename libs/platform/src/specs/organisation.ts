import type {
  DeputyEntry,
  DirectoryEntryV1,
  PersonEntry,
  PostEntry,
  Role,
  UnitEntry,
} from '@minh-bach/contracts';

const both = (text: string) => ({ vi: text, en: text });

export const unit = (
  id: string,
  parent: string | null,
  level: UnitEntry['level'] = 'chi_cuc',
): UnitEntry => ({
  kind: 'unit',
  id,
  parent,
  level,
  name: both(id),
  invented: true,
  from: '2025-03-01',
  to: null,
});
export const person = (id: string, over: Partial<PersonEntry> = {}): PersonEntry => ({
  kind: 'person',
  id,
  name: `Người ${id}`,
  issuer: 'http://issuer.test',
  subject: id,
  active: true,
  ...over,
});
export const post = (
  who: string,
  where: string,
  roles: Role[],
  over: Partial<PostEntry> = {},
): PostEntry => ({
  kind: 'post',
  id: `${where.toLowerCase()}.${who}`,
  unit: where,
  title: both(roles.join()),
  roles,
  person: who,
  from: '2025-03-01',
  to: null,
  ...over,
});
export const deputy = (
  who: string,
  postId: string,
  from: string,
  to: string,
  revoked = false,
): DeputyEntry => ({
  kind: 'deputy',
  id: `${postId}.${who}`,
  post: postId,
  deputy: who,
  from,
  to,
  revoked,
});

/** One national node, one region, two border posts; a head each but for the second post. */
export const organisation: readonly DirectoryEntryV1[] = [
  unit('CHQ', null, 'tong_cuc'),
  unit('KV-MH', 'CHQ', 'cuc'),
  unit('HQ-SM', 'KV-MH'),
  unit('HQ-DG', 'KV-MH'),
  ...['an', 'khanh', 'binh', 'cuc', 'hung', 'phuc'].map((id) => person(id)),
  post('an', 'CHQ', ['head'], { leads: true }),
  post('khanh', 'KV-MH', ['head'], { leads: true }),
  post('binh', 'HQ-SM', ['head'], { leads: true }),
  post('hung', 'HQ-SM', ['verifier']),
  post('phuc', 'HQ-SM', ['clerk']),
];
