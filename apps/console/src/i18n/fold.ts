/** For searching as people type: `hai phong` finds Hải Phòng, `hoa` finds hoà and hòa, `d` finds đ. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
