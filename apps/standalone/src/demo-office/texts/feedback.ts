import type { MatterEntry } from '../matter-entry.ts';

const at =
  (unit: MatterEntry['unit']) =>
  (entry: Omit<MatterEntry, 'kind' | 'unit'>): MatterEntry => ({
    kind: 'feedback',
    unit,
    ...entry,
  });
const songMay = at('HQ-SM');
const deoGio = at('HQ-DG');
const region = at('KV-MH');

/** Phản ánh: what people run into. */
export const FEEDBACK: readonly MatterEntry[] = [
  songMay({
    id: 'fb-01',
    by: 'petition_box',
    from: 'que',
    stage: 'filed',
    ago: 205,
    gist: 'Phản ánh máy lấy số thứ tự hỏng',
    says: 'Máy lấy số ở sảnh hỏng cả tuần, mọi người chen nhau. Đề nghị sửa hoặc phát số bằng giấy.',
    ends: {
      reason:
        'Đã sửa máy và phát số giấy trong thời gian chờ; đã trả lời người phản ánh tại chỗ, không phải xử lý thêm.',
    },
  }),
  songMay({
    id: 'fb-02',
    by: 'in_person',
    from: 'luc',
    stage: 'transferred',
    ago: 187,
    gist: 'Phản ánh đường vào bãi kiểm tra ngập nước',
    says: 'Mưa to là đường vào bãi ngập, xe máy chở hàng không qua được.',
    ends: {
      to: 'Ban Quản lý khu kinh tế cửa khẩu tỉnh Minh Họa',
      reason: 'Đường nội bộ bãi do Ban Quản lý khu kinh tế cửa khẩu quản lý.',
    },
  }),
  songMay({
    id: 'fb-03',
    by: 'post',
    from: 'dai-ly',
    stage: 'filed',
    ago: 168,
    gist: 'Phản ánh hệ thống khai điện tử chậm đầu giờ sáng',
    says: 'Từ 8 giờ đến 9 giờ hệ thống phản hồi rất chậm, nhiều tờ khai báo lỗi rồi lại nhận hai lần.',
    ends: {
      reason:
        'Lỗi đã được khắc phục sau khi nâng đường truyền; đã trả lời đại lý và hướng dẫn cách kiểm tra tờ khai trùng.',
    },
  }),
  deoGio({
    id: 'fb-04',
    by: 'in_person',
    from: 'vinh',
    stage: 'transferred',
    ago: 149,
    gist: 'Phản ánh đèn chiếu sáng ở đoạn đèo trước cửa khẩu',
    says: 'Đoạn đèo trước cổng không có đèn, xe chờ ban đêm rất nguy hiểm.',
    ends: {
      to: 'Ủy ban nhân dân xã Đèo Gió',
      reason: 'Chiếu sáng đường dân sinh thuộc trách nhiệm của chính quyền địa phương.',
    },
  }),
  region({
    id: 'fb-05',
    by: 'forwarded',
    from: 'hiep-hoi',
    about: null,
    stage: 'transferred',
    ago: 141,
    forwarded: { kind: 'agency', name: 'Văn phòng Ủy ban nhân dân tỉnh Minh Họa' },
    gist: 'Phản ánh yêu cầu giấy tờ khác nhau giữa hai cửa khẩu',
    says: 'Cùng một mặt hàng nông sản, cửa khẩu Sông Mây yêu cầu bản giấy, cửa khẩu Đèo Gió thì không. Đề nghị thống nhất.',
    ends: {
      to: 'Phòng Giám sát quản lý, Chi cục Hải quan khu vực Minh Họa',
      reason: 'Nội dung nghiệp vụ cần hướng dẫn thống nhất cho các cửa khẩu.',
    },
  }),
  songMay({
    id: 'fb-06',
    by: 'petition_box',
    from: 'an-danh',
    signed: false,
    stage: 'filed',
    ago: 122,
    gist: 'Phản ánh việc gợi ý đưa tiền để được kiểm tra sớm',
    says: 'Có người ở bãi gợi ý đưa tiền “cà phê” để xe được kiểm trước. Tôi không dám ghi tên.',
    ends: {
      filedFor: 'anonymous',
      reason:
        'Đơn không có tên, địa chỉ và chữ ký. Thông tin đã được chuyển cho lãnh đạo để tăng cường kiểm tra tại bãi.',
    },
  }),
  songMay({
    id: 'fb-07',
    by: 'post',
    from: 'thu-cong',
    stage: 'guided',
    ago: 106,
    gist: 'Phản ánh vướng mắc về mã số sản phẩm mây tre',
    says: 'Hợp tác xã không biết khai mã nào cho bộ bàn ghế mây có mặt kính. Mỗi lần hỏi được trả lời một kiểu.',
    ends: {
      to: 'Bộ phận xác định trước mã số, Chi cục Hải quan khu vực Minh Họa',
      reason: 'Đã hướng dẫn làm đơn đề nghị xác định trước mã số, gửi kèm tài liệu kỹ thuật.',
    },
  }),
  deoGio({
    id: 'fb-08',
    by: 'in_person',
    from: 'hien',
    stage: 'filed',
    ago: 93,
    gist: 'Phản ánh bảng niêm yết thủ tục đã cũ',
    says: 'Bảng thủ tục ở cửa ra vào ghi mẫu tờ khai cũ, bà con chép theo rồi bị trả lại.',
    ends: { reason: 'Đã thay bảng niêm yết trong ngày; người phản ánh đã xem và đồng ý.' },
  }),
  songMay({
    id: 'fb-09',
    by: 'post',
    from: 'trai-cay',
    about: null,
    stage: 'transferred',
    ago: 72,
    gist: 'Phản ánh thời gian kiểm dịch trái cây kéo dài',
    says: 'Mùa vụ xe dồn nhiều, kiểm dịch chỉ có một tổ làm việc. Xe phải chờ ba ngày.',
    ends: {
      to: 'Chi cục Kiểm dịch thực vật vùng',
      reason:
        'Kiểm dịch thực vật do cơ quan nông nghiệp thực hiện; hải quan chỉ phối hợp về giờ làm thủ tục.',
    },
  }),
  region({
    id: 'fb-10',
    by: 'forwarded',
    from: 'nga',
    stage: 'filed',
    ago: 58,
    forwarded: { kind: 'press', name: 'Báo Minh Họa Buổi Sáng' },
    about: null,
    gist: 'Phản ánh khó liên lạc số điện thoại hỗ trợ của Chi cục',
    says: 'Tôi gọi số hỗ trợ mười lần trong hai ngày không ai bắt máy.',
    ends: {
      reason:
        'Tổng đài hỏng từ chiều hôm trước, đã khắc phục; đã trả lời người phản ánh và tòa soạn.',
    },
  }),
  songMay({
    id: 'fb-11',
    by: 'in_person',
    from: 'kieu',
    stage: 'guided',
    ago: 41,
    gist: 'Phản ánh chưa rõ định mức hành lý miễn thuế',
    says: 'Tôi hỏi ba người được ba câu trả lời khác nhau về số rượu được mang. Mong có tờ rơi.',
    ends: {
      to: 'Tổ hành lý, phương tiện, Hải quan cửa khẩu Sông Mây',
      reason: 'Đã đưa tờ hướng dẫn định mức và chỉ nơi hỏi; đơn vị sẽ in thêm tờ rơi.',
    },
  }),
  deoGio({
    id: 'fb-12',
    by: 'post',
    from: 'van-tai',
    stage: 'transferred',
    ago: 27,
    gist: 'Phản ánh việc cân xe tính phí hai lần',
    says: 'Xe cân ở bãi rồi lại cân ở cổng, hai nơi đều thu tiền.',
    ends: {
      to: 'Công ty quản lý bãi cửa khẩu Đèo Gió',
      reason: 'Dịch vụ cân do doanh nghiệp quản lý bãi cung cấp.',
    },
  }),
  songMay({
    id: 'fb-13',
    by: 'petition_box',
    from: 'mui',
    stage: 'classified',
    ago: 2,
    gist: 'Phản ánh nhà vệ sinh khu chờ làm thủ tục',
    says: 'Khu chờ đông người mà nhà vệ sinh hay khóa từ 16 giờ. Đề nghị mở đến hết giờ làm việc.',
  }),
  songMay({
    id: 'fb-14',
    by: 'in_person',
    from: 'phong',
    stage: 'registered',
    ago: 0,
    gist: 'Phản ánh xe chen hàng ở cổng giám sát',
    says: 'Sáng nay có ba xe không lấy số vẫn được vào trước. Đề nghị kiểm tra camera lúc 7 giờ 45.',
  }),
  deoGio({
    id: 'fb-15',
    by: 'post',
    from: 'thuc-pham',
    stage: 'classified',
    ago: 9,
    gist: 'Phản ánh việc chậm trả mẫu sau khi phân tích',
    says: 'Mẫu hạt dẻ gửi phân tích đã có kết quả nhưng chưa được nhận lại mẫu lưu. Đề nghị trả mẫu.',
    asides: [
      {
        after: 4,
        what: 'note',
        text: 'Đã hỏi đơn vị phân tích: mẫu lưu được giữ 120 ngày, đang xin ý kiến trả sớm.',
      },
    ],
  }),
  region({
    id: 'fb-16',
    by: 'petition_box',
    from: 'khai',
    about: null,
    stage: 'registered',
    ago: 2,
    gist: 'Phản ánh trang tra cứu nợ thuế hiển thị sai',
    says: 'Trang tra cứu báo tôi còn nợ trong khi kho bạc xác nhận đã nộp. Đề nghị kiểm tra dữ liệu.',
  }),
];
