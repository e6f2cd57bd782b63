import { describe, expect, it } from '@jest/globals';
import { fileSize, fileType, readFileLine } from './files.ts';

describe('a file on a page', () => {
  it('has a type and a size that people know', () => {
    expect(fileType('image/png')).toBe('PNG');
    expect(fileSize(1, 'vi')).toBe('1 kB');
    expect(fileSize(73_310, 'vi')).toBe('74 kB');
    expect(fileSize(2_412_000, 'vi')).toBe('2,41 MB');
    expect(fileSize(2_412_000, 'en')).toBe('2.41 MB');
  });

  it('is read from its line in the log; what people wrote is left as it is', () => {
    expect(readFileLine('image/png, 73310 byte, SHA-256 7e38')).toEqual({
      type: 'image/png',
      bytes: 73_310,
      hash: '7e38',
    });
    expect(readFileLine('Gửi kèm image/png, 73310 byte')).toBeUndefined();
  });
});
