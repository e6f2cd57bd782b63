import type { MatterEntry } from '../matter-entry.ts';

const at =
  (unit: MatterEntry['unit']) =>
  (entry: Omit<MatterEntry, 'kind' | 'unit'>): MatterEntry => ({
    kind: 'petition',
    unit,
    ...entry,
  });
const songMay = at('HQ-SM');
const deoGio = at('HQ-DG');
const region = at('KV-MH');

/** Kiến nghị: what people propose; and papers that bore this title and were something else. */
export const PETITIONS: readonly MatterEntry[] = [
  region({
    id: 'pt-01',
    by: 'post',
    from: 'hiep-hoi',
    about: null,
    stage: 'transferred',
    ago: 194,
    gist: 'Kiến nghị kéo dài giờ làm thủ tục mùa nông sản',
    says: 'Kiến nghị từ tháng Năm đến tháng Tám làm thủ tục đến 20 giờ đối với hàng tươi sống, có công bố trước danh sách công chức trực.',
    ends: {
      to: 'Cục Hải quan',
      reason:
        'Việc thay đổi giờ làm thủ tục tại cửa khẩu cần thống nhất với lực lượng biên phòng và phía đối diện, thuộc thẩm quyền cấp trên.',
    },
  }),
  songMay({
    id: 'pt-02',
    by: 'in_person',
    from: 'bqt-cho',
    about: null,
    stage: 'transferred',
    ago: 173,
    gist: 'Kiến nghị mở thêm lối đi cho cư dân biên giới',
    says: 'Kiến nghị mở lối đi riêng cho cư dân mang hàng bằng xe đẩy, tránh đi chung với xe tải.',
    ends: {
      to: 'Ban Quản lý khu kinh tế cửa khẩu tỉnh Minh Họa',
      reason:
        'Quy hoạch lối đi do Ban Quản lý khu kinh tế cửa khẩu quyết định; hải quan đã có ý kiến ủng hộ.',
    },
  }),
  songMay({
    id: 'pt-03',
    by: 'post',
    from: 'dai-ly',
    stage: 'filed',
    ago: 156,
    gist: 'Kiến nghị niêm yết số tờ khai đang xử lý lên màn hình',
    says: 'Kiến nghị có màn hình ở sảnh hiện các tờ khai đang xử lý để đại lý không phải hỏi từng quầy.',
    ends: { reason: 'Đơn vị đã tiếp thu, lắp màn hình ở sảnh; đã trả lời đại lý bằng văn bản.' },
  }),
  deoGio({
    id: 'pt-04',
    by: 'forwarded',
    from: 'ub-xa',
    about: null,
    stage: 'transferred',
    ago: 136,
    forwarded: { kind: 'deputy', name: 'Tổ đại biểu Hội đồng nhân dân xã Đèo Gió' },
    gist: 'Kiến nghị bố trí bãi chờ có mái che cho xe nông sản',
    says: 'Cử tri kiến nghị làm mái che ở bãi chờ để hàng nông sản không bị nắng mưa.',
    ends: {
      to: 'Ủy ban nhân dân tỉnh Minh Họa',
      reason: 'Đầu tư bãi chờ thuộc thẩm quyền của Ủy ban nhân dân tỉnh.',
    },
  }),
  region({
    id: 'pt-05',
    by: 'post',
    from: 'logistics',
    about: null,
    stage: 'guided',
    ago: 116,
    gist: 'Kiến nghị sửa mẫu bảng kê hàng ghép',
    says: 'Mẫu bảng kê hàng ghép bắt ghi lặp thông tin ba lần. Kiến nghị rút gọn.',
    ends: {
      to: 'Cổng tiếp nhận phản ánh, kiến nghị về quy định hành chính',
      reason:
        'Kiến nghị về biểu mẫu được tiếp nhận theo thủ tục riêng; đã hướng dẫn cách gửi và theo dõi.',
    },
  }),
  songMay({
    id: 'pt-06',
    by: 'in_person',
    from: 'dat',
    really: {
      kind: 'complaint',
      reason:
        'Nội dung yêu cầu xem xét lại hành vi hẹn trả kết quả nhiều lần và thiệt hại của người gửi: là khiếu nại, dù tiêu đề ghi kiến nghị.',
    },
    theme: 'delay',
    conclusion: 'partly_upheld',
    stage: 'closed',
    ago: 77,
    gist: 'Hẹn trả kết quả ba lần, phát sinh tiền thuê kho',
    says: 'Tôi làm đơn kiến nghị xem lại việc đơn vị hẹn trả kết quả ba lần, lần nào cũng chưa xong, làm tôi thiệt hại tiền thuê kho.',
  }),
  songMay({
    id: 'pt-07',
    by: 'post',
    from: 'phan-bon',
    stage: 'filed',
    ago: 86,
    gist: 'Kiến nghị ưu tiên vật tư nông nghiệp vào vụ',
    says: 'Kiến nghị ưu tiên làm thủ tục trước cho phân bón, giống cây vào đầu vụ.',
    ends: {
      reason:
        'Đơn vị đã phân công tổ trực vào đầu vụ; thứ tự ưu tiên thực hiện theo Luật Hải quan. Đã trả lời công ty.',
    },
  }),
  deoGio({
    id: 'pt-08',
    by: 'post',
    from: 'van-tai',
    really: {
      kind: 'complaint',
      reason:
        'Đơn đề nghị hủy thông báo thu phí niêm phong, xâm phạm quyền lợi của chính công ty: là khiếu nại.',
    },
    theme: 'fine',
    stage: 'assigned',
    ago: 4,
    gist: 'Đề nghị xem lại thông báo về niêm phong điện tử',
    says: 'Công ty kiến nghị hủy thông báo buộc trả tiền niêm phong điện tử bị mất, vì niêm phong rơi khi đội giám sát tháo lắp.',
  }),
  songMay({
    id: 'pt-09',
    by: 'petition_box',
    from: 'xuyen',
    stage: 'transferred',
    ago: 47,
    gist: 'Kiến nghị có ghế và nước uống ở khu hành lý',
    says: 'Người già, trẻ em đứng chờ lâu. Kiến nghị đặt thêm ghế và bình nước.',
    ends: {
      to: 'Ban Quản lý nhà ga cửa khẩu Sông Mây',
      reason: 'Trang bị trong nhà ga do Ban Quản lý nhà ga phụ trách.',
    },
  }),
  region({
    id: 'pt-10',
    by: 'post',
    from: 'thiet-bi',
    about: null,
    stage: 'classified',
    ago: 4,
    gist: 'Kiến nghị tập huấn về xác định trước trị giá',
    says: 'Kiến nghị Chi cục mở buổi tập huấn về hồ sơ xác định trước trị giá cho doanh nghiệp thiết bị y tế.',
  }),
  songMay({
    id: 'pt-11',
    by: 'forwarded',
    from: 'thu-cong',
    stage: 'registered',
    ago: 1,
    forwarded: { kind: 'front', name: 'Liên minh Hợp tác xã tỉnh Minh Họa' },
    gist: 'Kiến nghị rút ngắn thủ tục cho hàng thủ công',
    says: 'Kiến nghị cho hàng mây tre giá trị nhỏ được khai gộp theo tuần.',
  }),
  deoGio({
    id: 'pt-12',
    by: 'in_person',
    from: 'trai-cay',
    stage: 'classified',
    ago: 1,
    gist: 'Kiến nghị công bố lịch phối hợp kiểm dịch hằng tuần',
    says: 'Hợp tác xã kiến nghị dán lịch phối hợp kiểm dịch vào chiều thứ Sáu để chủ xe tính giờ hái quả.',
  }),
  // Corrected: whom it is about was recorded in error.
  {
    id: 'pt-13',
    kind: 'complaint',
    unit: 'HQ-SM',
    by: 'post',
    from: 'luc',
    about: 'HQ-DG',
    theme: 'seizure',
    stage: 'classified',
    ago: 3,
    gist: 'Khiếu nại việc tạm giữ xe máy chở hàng khô',
    says: 'Đội tuần tra ở bến Sông Mây giữ xe máy và hai bao hàng khô của tôi, biên bản không ghi thời hạn trả.',
    asides: [
      {
        after: 1,
        what: 'correct',
        to: 'HQ-SM',
        reason: 'Khi đăng ký chọn nhầm Đèo Gió; biên bản tạm giữ kèm đơn là của Sông Mây.',
      },
      {
        after: 2,
        what: 'strike',
        by: 'khanh',
        reason: 'Đã xem biên bản tạm giữ: Đèo Gió không liên quan đến vụ việc.',
      },
    ],
  },
];
