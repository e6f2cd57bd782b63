import { describe, expect, it } from '@jest/globals';
import { directoryEntryV1 } from '../integration/directory.v1.ts';
import { ROLES } from '../roles.ts';
import { recordEntrySchema } from './directory.http.ts';

const person = {
  kind: 'person',
  id: 'binh',
  name: 'Trần Văn Bình',
  issuer: 'https://dang-nhap.example/realms/hq',
  subject: 'binh',
  active: true,
};

describe('An account that an administrator writes for a person', () => {
  it.each([
    { issuer: 'http://localhost:3000/oidc' },
    { issuer: 'https://dang-nhap.example' },
    { issuer: 'https://[2001:db8::1]:8443/' },
    { subject: 'auth0|5f7c8ec7c33c6c004bbafe82' },
    { subject: 'CN=Tran Van Binh' },
    { subject: 'x' },
  ])('is taken: %j', (account) => {
    expect(recordEntrySchema.safeParse({ ...person, ...account }).success).toBe(true);
  });

  it.each([
    { subject: '' },
    { subject: '  ' },
    { subject: ' binh' },
    { subject: 'binh ' },
    { issuer: '' },
    { issuer: ' https://x.example' },
    { issuer: 'javascript:alert(1)' },
    { issuer: 'ftp://x.example' },
    { issuer: 'https://' },
    { issuer: 'https://ai:do@x.example' },
    { issuer: 'https://x.example/?a=b' },
    { issuer: 'https://x.example/#a' },
  ])('is refused at the door, and readable where it is kept already: %j', (account) => {
    const entry = { ...person, ...account };
    expect(recordEntrySchema.safeParse(entry).success).toBe(false);
    expect(directoryEntryV1.safeParse(entry).success).toBe(true);
  });
});

describe('The roles of a post', () => {
  const post = {
    kind: 'post',
    id: 'hq-sm.cuc',
    unit: 'HQ-SM',
    title: { vi: 'Tiếp nhận', en: 'Reception' },
    person: 'cuc',
    from: '2026-01-05',
    to: null,
  };

  it('may be all there are', () =>
    expect(recordEntrySchema.safeParse({ ...post, roles: [...ROLES] }).success).toBe(true));

  it.each([2, ROLES.length + 1, 15_000])(
    'are refused at the door with one of them %i times, and readable where they are kept already',
    (times) => {
      const entry = { ...post, roles: Array(times).fill('receiver') };
      expect(recordEntrySchema.safeParse(entry).success).toBe(false);
      expect(directoryEntryV1.safeParse(entry).success).toBe(true);
    },
  );
});
