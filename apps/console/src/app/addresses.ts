/** Of the console, as the router has them; at all others the gateway answers that there is no page. */
export const CONSOLE_ADDRESSES = [
  '/da-dang-nhap',
  '/lam-viec',
  '/tiep-nhan',
  '/phan-loai',
  '/vu-viec',
  '/tra-loi',
  '/tong-quan',
  '/qua-han',
  '/danh-tinh-da-mo',
  '/canh-bao-an-ninh',
  '/moi-tao-tai-khoan',
  '/quan-tri',
  '/quan-tri/de-xuat',
  '/quan-tri/lich-nghi',
  '/van-hanh',
  '/ho-so/$number',
];
