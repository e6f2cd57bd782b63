/** Mời người trong danh bạ tạo tài khoản: mỗi lời mời cần hai quản trị viên. */
export const invitations = {
  'invitations.title': 'Mời tạo tài khoản',
  'invitations.lead':
    'Mỗi lời mời gồm liên kết và mã, do hai quản trị viên khác nhau trao cho người được mời. Không ai một mình giữ cả hai, nên không ai tạo được tài khoản thay người khác.',
  'invitations.new': 'Lời mời mới',
  'invitations.unitFirst': 'Hãy chọn đơn vị trước.',
  'invitations.draw': 'Tạo liên kết mời',
  'invitations.link': 'Liên kết mời {name} (chỉ hiện lần này)',
  'invitations.linkNext':
    'Hãy trao liên kết cho đúng người này. Liên kết chỉ dùng được một lần, có hiệu lực đến {time}. Người được mời còn cần mã: hãy nhờ một quản trị viên khác mở trang này, lấy mã và trực tiếp trao.',
  'invitations.copyLink': 'Sao chép liên kết',
  'invitations.copyCode': 'Sao chép mã',
  'invitations.copied': 'Đã sao chép',
  'invitations.open': 'Lời mời đang chờ',
  'invitations.none': 'Không có lời mời nào đang chờ',
  'invitations.until': 'Có hiệu lực đến {time}',
  'invitations.by': 'Người mời: {name}, {time}',
  'invitations.getCode': 'Lấy mã',
  'invitations.getCodeFor': 'Lấy mã cho {name}',
  'invitations.code': 'Mã mời của {name} (chỉ hiện lần này)',
  'invitations.codeNext':
    'Hãy tự tay trao hoặc đọc mã qua điện thoại cho đúng người này, đừng nhờ người mời chuyển giúp. Mã có hiệu lực đến {time}; nhập sai 5 lần thì lời mời hết hiệu lực.',
  'invitations.given': 'Đã cấp mã. Người cấp: {name}',
  'invitations.yours': 'Bạn là người mời. Quản trị viên khác phải lấy mã.',
  'invitations.forYou': 'Lời mời này dành cho bạn. Quản trị viên khác phải lấy mã.',
};
