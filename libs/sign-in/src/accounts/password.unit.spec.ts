import { describe, expect, it } from '@jest/globals';
import { DEMO_PARAMETERS, hashPassword, verifyPassword } from './password.ts';
import { passwordProblem } from './password-policy.ts';

describe('A password is judged by its length, not by its signs', () => {
  it.each([
    ['con mèo ngồi trên mái nhà', undefined],
    ['chỉ có chữ thường thôi', undefined],
    ['🐈🐕🐁🐇🐢🦉🐝🐟🐘🦒🐎🦋🐌🐊🦀', undefined],
    ['x'.repeat(14), 'TOO_SHORT'],
    ['ngắn', 'TOO_SHORT'],
    ['mười lăm chữ cái '.repeat(8), 'TOO_LONG'],
    ['aaaaaaaaaaaaaaaaaaaa', 'TOO_SIMPLE'],
    ['123456789012345', 'TOO_SIMPLE'],
    ['abcdefghijklmnop', 'TOO_SIMPLE'],
    ['passwordpassword1', 'TOO_SIMPLE'],
    ['haiquanvietnam12', 'TOO_SIMPLE'],
    ['đây là nguyenlan nhé bạn', 'CONTAINS_USERNAME'],
  ])('%s → %s', (password, problem) => {
    expect(passwordProblem(password, 'nguyenlan')).toBe(problem);
  });
});

describe('A password', () => {
  it('is known again however the marks were typed, and never kept as it is', async () => {
    const password = 'một câu tiếng Việt dài';
    const hash = await hashPassword(password.normalize('NFC'));
    expect(hash).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect(hash).not.toBe(await hashPassword(password));
    expect(await verifyPassword(password.normalize('NFD'), hash)).toBe(true);
    expect(await verifyPassword('một câu tiếng Việt khác', hash)).toBe(false);
  });

  it('that everybody is told is hashed with less work, and known again alike', async () => {
    const hash = await hashPassword('minh bach la cong khai', DEMO_PARAMETERS);
    expect(hash).toMatch(/^scrypt\$1024\$8\$3\$/);
    expect(await verifyPassword('minh bach la cong khai', hash)).toBe(true);
    expect(await verifyPassword('một câu tiếng Việt khác', hash)).toBe(false);
  });

  it('opens nothing where there is no account', async () => {
    expect(await verifyPassword('bất cứ điều gì cũng vậy', undefined)).toBe(false);
  });
});
