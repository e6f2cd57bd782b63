import type { MatterEntry } from '../matter-entry.ts';

const at =
  (unit: MatterEntry['unit']) =>
  (entry: Omit<MatterEntry, 'kind' | 'unit'>): MatterEntry => ({
    kind: 'complaint',
    unit,
    ...entry,
  });
const songMay = at('HQ-SM');
const deoGio = at('HQ-DG');
const region = at('KV-MH');

/** Complaints that ended without a case: not accepted, guided, transferred, filed. */
export const SETTLED_COMPLAINTS: readonly MatterEntry[] = [
  songMay({
    id: 'st-01',
    by: 'post',
    from: 'son',
    stage: 'not_accepted',
    ago: 193,
    gist: 'Khiếu nại quyết định ấn định thuế đã quá thời hiệu',
    says: 'Công ty khiếu nại quyết định ấn định thuế ban hành từ mười bốn tháng trước, vì nay mới tìm được chứng từ thanh toán.',
    ends: {
      refusedFor: 'too_late',
      reason:
        'Quyết định bị khiếu nại được giao cho công ty hơn một năm trước; đơn không nêu trở ngại khách quan. Đã hướng dẫn cách khai bổ sung, đề nghị hoàn thuế theo thủ tục khác.',
    },
  }),
  songMay({
    id: 'st-02',
    by: 'petition_box',
    from: 'khai',
    signed: false,
    stage: 'not_accepted',
    ago: 162,
    gist: 'Khiếu nại việc thu phí tại bãi kiểm tra',
    says: 'Mỗi lần mở hàng tôi bị thu một khoản gọi là phí bãi. Tôi cho rằng thu sai.',
    ends: {
      refusedFor: 'unsigned',
      reason:
        'Đơn không có chữ ký hoặc điểm chỉ. Đã gửi thông báo, hướng dẫn gửi lại đơn có chữ ký; phần về phí do đơn vị kinh doanh bãi thu.',
    },
  }),
  songMay({
    id: 'st-03',
    by: 'in_person',
    from: 'phong',
    stage: 'not_accepted',
    ago: 113,
    gist: 'Khiếu nại thay cho em trai về việc giữ hàng',
    says: 'Hàng là của em trai tôi, em đang đi xa. Tôi khiếu nại thay, chưa kịp làm giấy ủy quyền.',
    ends: {
      refusedFor: 'no_authority',
      reason:
        'Người khiếu nại không phải chủ hàng và không có giấy ủy quyền. Đã hướng dẫn lập giấy ủy quyền có chứng thực rồi gửi lại đơn.',
    },
  }),
  region({
    id: 'st-04',
    by: 'post',
    from: 'giay',
    stage: 'not_accepted',
    ago: 67,
    gist: 'Khiếu nại quyết định xử phạt đang được Tòa án xem xét',
    says: 'Công ty khiếu nại quyết định xử phạt, đồng thời đã nộp đơn khởi kiện và được Tòa án thụ lý.',
    ends: {
      refusedFor: 'in_court',
      reason:
        'Tòa án đã thụ lý vụ án hành chính về cùng quyết định theo thông báo mà công ty gửi kèm.',
    },
  }),
  deoGio({
    id: 'st-05',
    by: 'post',
    from: 'bac',
    stage: 'not_accepted',
    ago: 22,
    gist: 'Khiếu nại đã có quyết định giải quyết lần hai',
    says: 'Tôi tiếp tục khiếu nại việc giữ hàng năm ngoái vì chưa đồng ý với quyết định của cấp trên.',
    ends: {
      refusedFor: 'decided_twice',
      reason:
        'Vụ việc đã có quyết định giải quyết lần hai, không có tình tiết mới. Đã giải thích quyền khởi kiện tại Tòa án.',
    },
  }),
  songMay({
    id: 'st-06',
    by: 'post',
    from: 'doan',
    about: null,
    stage: 'guided',
    ago: 175,
    gist: 'Khiếu nại việc thu phí hạ tầng cửa khẩu',
    says: 'Tôi khiếu nại mức thu phí sử dụng hạ tầng cửa khẩu vì cao hơn cửa khẩu khác.',
    ends: {
      to: 'Ban Quản lý khu kinh tế cửa khẩu tỉnh Minh Họa',
      reason:
        'Phí hạ tầng do Ban Quản lý khu kinh tế cửa khẩu thu; hải quan không có thẩm quyền giải quyết.',
    },
  }),
  songMay({
    id: 'st-07',
    by: 'in_person',
    from: 'lam',
    about: null,
    stage: 'guided',
    ago: 98,
    gist: 'Khiếu nại việc xử phạt quá tải trọng trên quốc lộ',
    says: 'Xe của tôi bị phạt quá tải ở trạm cân cách cửa khẩu 5 cây số.',
    ends: {
      to: 'Thanh tra giao thông tỉnh Minh Họa',
      reason:
        'Quyết định xử phạt do Thanh tra giao thông ban hành. Đã hướng dẫn nơi gửi đơn và thời hiệu.',
    },
  }),
  region({
    id: 'st-08',
    by: 'post',
    from: 'logistics',
    about: 'HQ-SM',
    stage: 'guided',
    ago: 52,
    gist: 'Khiếu nại vượt cấp về phí lưu bãi',
    says: 'Công ty gửi thẳng đơn lên Chi cục về việc dừng kiểm tra giữa chừng tại cửa khẩu Sông Mây, chưa gửi đơn vị có hành vi.',
    ends: {
      to: 'Hải quan cửa khẩu Sông Mây',
      reason:
        'Khiếu nại lần đầu thuộc thẩm quyền của Trưởng Hải quan cửa khẩu Sông Mây; đơn chưa được gửi đến đơn vị này.',
    },
  }),
  songMay({
    id: 'st-09',
    by: 'forwarded',
    from: 'que',
    about: null,
    stage: 'transferred',
    ago: 134,
    forwarded: { kind: 'front', name: 'Hội Liên hiệp Phụ nữ xã Sông Mây' },
    gist: 'Khiếu nại việc sắp xếp chỗ bán trong chợ biên giới',
    says: 'Chị em tiểu thương khiếu nại việc Ban quản lý chợ dồn chỗ bán, chỗ mới khuất và ẩm.',
    ends: {
      to: 'Ủy ban nhân dân xã Sông Mây',
      reason:
        'Việc sắp xếp chỗ bán trong chợ thuộc thẩm quyền của chính quyền xã; đơn do tổ chức đoàn thể chuyển đến.',
    },
  }),
  songMay({
    id: 'st-10',
    by: 'post',
    from: 'tuan',
    stage: 'filed',
    ago: 104,
    gist: 'Khiếu nại gửi đồng thời nhiều nơi về việc chờ xe',
    says: 'Tôi gửi đơn này đến năm nơi để được giải quyết nhanh, trong đó có Chi cục và Ban Tiếp công dân.',
    ends: {
      filedFor: 'many_addressees',
      reason:
        'Đơn gửi đồng thời năm nơi; đơn cùng nội dung đã được thụ lý tại đơn vị dưới một số khác.',
    },
  }),
  deoGio({
    id: 'st-11',
    by: 'petition_box',
    from: 'hien',
    stage: 'filed',
    ago: 60,
    gist: 'Khiếu nại lặp lại về cách gọi tên người làm thủ tục',
    says: 'Tôi gửi lại đơn lần trước vì sợ thất lạc.',
    ends: {
      filedFor: 'handled_before',
      reason:
        'Cùng nội dung với đơn đang được giải quyết; đã báo cho người gửi số đơn và tình trạng.',
    },
  }),
];
