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

/** Complaints that nobody has decided on yet, some late. */
export const OPEN_COMPLAINTS: readonly MatterEntry[] = [
  songMay({
    id: 'op-01',
    by: 'post',
    from: 'thuc-pham',
    theme: 'valuation',
    stage: 'registered',
    ago: 0,
    gist: 'Khiếu nại quyết định ấn định thuế lô bột cacao',
    says: 'Hải quan ấn định thêm 94 triệu đồng tiền thuế đối với lô bột cacao vì cho rằng giá khai báo thấp. Công ty mua theo hợp đồng khung cả năm nên giá ổn định hơn giá giao ngay. Đề nghị xem lại.',
  }),
  songMay({
    id: 'op-02',
    by: 'in_person',
    from: 'dat',
    theme: 'manners',
    stage: 'registered',
    ago: 1,
    gist: 'Khiếu nại việc không tiếp nhận hồ sơ trước giờ nghỉ trưa',
    says: 'Tôi đến lúc 11 giờ 10, quầy báo “hết giờ nhận” dù bảng ghi nhận đến 11 giờ 30. Tôi đi 60 cây số để làm thủ tục. Đề nghị đơn vị trả lời về giờ làm việc.',
  }),
  songMay({
    id: 'op-03',
    by: 'petition_box',
    from: 'xe-tai',
    theme: 'inspection',
    stage: 'registered',
    ago: 3,
    gist: 'Khiếu nại việc cắt niêm phong khi không có mặt chủ hàng',
    says: 'Xe của công ty bị cắt niêm phong kiểm tra lúc lái xe đang làm giấy ở quầy. Khi về thì hàng đã bị xê dịch. Đề nghị xem lại trình tự kiểm tra.',
  }),
  songMay({
    id: 'op-04',
    by: 'forwarded',
    from: 'logistics',
    theme: 'delay',
    stage: 'registered',
    ago: 12,
    forwarded: { kind: 'agency', name: 'Sở Công Thương tỉnh Minh Họa' },
    gist: 'Khiếu nại việc kéo dài thời gian thông quan hàng nông sản cuối tuần',
    says: 'Ba xe nông sản của công ty vào bãi chiều thứ Sáu đến thứ Hai mới được làm thủ tục, dù cửa khẩu có phân công trực cuối tuần. Công ty đã gửi đơn đến Sở Công Thương. Đề nghị làm rõ ai trực hai ngày đó.',
    asides: [
      {
        after: 5,
        what: 'note',
        text: 'Đã gọi cho công ty, đề nghị gửi bản sao phiếu xe vào bãi của ba xe.',
      },
      {
        after: 10,
        what: 'urge',
        request:
          'Khẩn trương phân loại, quyết định việc thụ lý và báo cáo kết quả về Chi cục trong tuần này; nêu rõ lý do chậm.',
      },
    ],
  }),
  deoGio({
    id: 'op-05',
    by: 'post',
    from: 'duoc-lieu',
    theme: 'classification',
    stage: 'registered',
    ago: 15,
    gist: 'Khiếu nại việc áp mã số dược liệu sấy khô',
    says: 'Công ty nhập rễ cây dược liệu sấy khô, thái lát. Hải quan áp mã của chế phẩm. Hàng chỉ qua sơ chế, không trộn thêm chất khác. Đề nghị áp lại mã số như khai báo.',
    asides: [
      {
        after: 11,
        what: 'urge',
        request:
          'Đơn đã quá thời hạn xem xét thụ lý. Yêu cầu xử lý ngay và báo cáo trách nhiệm của người được giao.',
      },
    ],
  }),
  songMay({
    id: 'op-06',
    by: 'post',
    from: 'nga',
    theme: 'luggage',
    stage: 'classified',
    ago: 1,
    gist: 'Khiếu nại việc giữ máy pha cà phê mang theo người',
    says: 'Tôi chuyển nhà về nước, mang theo một máy pha cà phê đã dùng. Tổ hành lý nói là hàng thương mại và giữ lại. Đề nghị trả máy.',
  }),
  songMay({
    id: 'op-07',
    by: 'in_person',
    from: 'lam',
    theme: 'fine',
    stage: 'classified',
    ago: 2,
    gist: 'Khiếu nại quyết định xử phạt về tuyến đường vận chuyển',
    says: 'Xe hỏng giữa đường nên phải rẽ vào xưởng sửa, tôi đã gọi báo ngay. Quyết định phạt ghi là tự ý đi sai tuyến. Đề nghị xem xét tình huống bất khả kháng.',
    asides: [{ after: 1, what: 'open-identity' }],
  }),
  deoGio({
    id: 'op-08',
    by: 'post',
    from: 'trai-cay',
    theme: 'delay',
    stage: 'classified',
    ago: 11,
    gist: 'Khiếu nại việc trái cây phải chờ kiểm dịch hai ngày',
    says: 'Xe chở dưa lưới phải chờ hai ngày vì chưa phối hợp được với kiểm dịch. Hợp tác xã thiệt hại gần một phần ba số hàng. Đề nghị làm rõ phần việc của hải quan.',
    asides: [
      {
        after: 6,
        what: 'note',
        text: 'Đã trao đổi với cơ quan kiểm dịch để lấy lịch phối hợp của hai ngày nêu trong đơn.',
      },
    ],
  }),
  region({
    id: 'op-09',
    by: 'post',
    from: 'may-mac',
    theme: 'audit',
    stage: 'classified',
    ago: 1,
    gist: 'Khiếu nại bản kết luận kiểm tra sau thông quan về định mức vải',
    says: 'Đoàn kiểm tra lấy định mức của mã hàng khác để tính thừa nguyên liệu. Công ty đã bảo lưu ý kiến trong biên bản nhưng kết luận không nhắc đến. Đề nghị xem lại phụ lục chênh lệch.',
  }),
];
