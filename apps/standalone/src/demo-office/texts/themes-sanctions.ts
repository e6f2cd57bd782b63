import type { CaseTexts } from './themes.ts';

/** Fines, goods held, enforced debts. */
export const SANCTION_THEMES = {
  fine: {
    explanation: {
      givenBy: 'Công chức lập biên bản vi phạm',
      text: 'Số lượng thực tế nhiều hơn khai báo. Doanh nghiệp cho rằng người bán gửi nhầm nhưng chưa xuất trình văn bản của người bán trước khi mở hàng.',
    },
    evidence: [
      {
        title: 'Biên bản vi phạm hành chính',
        text: 'Lập tại bãi, có chữ ký của đại diện doanh nghiệp và ý kiến ghi thêm.',
      },
      {
        title: 'Thư xác nhận gửi nhầm của người bán',
        text: 'Thư điện tử có đủ phần đầu thư, thể hiện ngày gửi; kèm bản dịch.',
      },
    ],
    note: 'Đang kiểm tra thời điểm gửi thư của người bán.',
    law: 'Luật Xử lý vi phạm hành chính; Nghị định 128/2020/NĐ-CP, sửa đổi bởi Nghị định 102/2021/NĐ-CP; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Doanh nghiệp đã khai bổ sung trước thời điểm cơ quan hải quan quyết định kiểm tra thực tế. Trường hợp này không bị xử phạt.',
        measures: 'Hủy quyết định xử phạt; hoàn tiền phạt đã nộp.',
      },
      partly_upheld: {
        findings:
          'Hành vi khai sai số lượng là có. Tuy vậy có hai tình tiết giảm nhẹ chưa được xem xét khi quyết định mức phạt.',
        measures: 'Sửa quyết định xử phạt, áp mức thấp nhất của khung; hoàn phần chênh lệch.',
      },
      dismissed: {
        findings:
          'Thư của người bán được gửi sau khi lập biên bản bốn ngày. Biên bản, quyết định đúng thẩm quyền, đúng thời hạn và đúng mức phạt.',
        measures: 'Giữ nguyên quyết định xử phạt.',
      },
    },
  },
  seizure: {
    explanation: {
      givenBy: 'Đội trưởng Đội Kiểm soát',
      text: 'Hàng được tạm giữ để làm rõ nguồn gốc và nhãn hàng hóa. Hồ sơ đã được gửi giám định, chưa có kết quả nên chưa thể trả.',
    },
    evidence: [
      {
        title: 'Quyết định và biên bản tạm giữ tang vật',
        text: 'Ghi số lượng, tình trạng niêm phong, thời hạn tạm giữ và nơi bảo quản.',
      },
      {
        title: 'Kết quả giám định',
        text: 'Tổ chức giám định trả lời về nhãn, hạn dùng và chất lượng của ba mẫu.',
      },
    ],
    note: 'Đã kiểm tra kho: niêm phong còn nguyên, hàng bảo quản đúng nhiệt độ.',
    law: 'Luật Xử lý vi phạm hành chính Đ.125, Đ.126; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Đã hết thời hạn tạm giữ mà không có quyết định kéo dài. Kết quả giám định cho thấy hàng không vi phạm về nhãn.',
        measures:
          'Trả ngay toàn bộ hàng bị tạm giữ; xem xét bồi thường phần hư hỏng theo Luật Trách nhiệm bồi thường của Nhà nước.',
      },
      partly_upheld: {
        findings:
          'Việc tạm giữ có căn cứ đối với mười hai kiện thiếu nhãn phụ. Các kiện còn lại có nhãn đầy đủ và phải được trả sau khi kiểm tra.',
        measures: 'Trả các kiện có nhãn đầy đủ; xử lý mười hai kiện còn lại theo quy định.',
      },
      dismissed: {
        findings:
          'Chủ hàng không xuất trình được hóa đơn, chứng từ trong thời hạn. Việc tạm giữ, kéo dài thời hạn đều có quyết định của người có thẩm quyền.',
        measures:
          'Giữ nguyên quyết định tạm giữ; thông báo cho chủ hàng thời hạn và cách nhận lại hàng.',
      },
    },
  },
  debt: {
    explanation: {
      givenBy: 'Công chức theo dõi nợ thuế',
      text: 'Hệ thống ghi nhận khoản nợ của tờ khai cũ. Chứng từ nộp tiền của doanh nghiệp ghi sai số tờ khai nên khoản nộp chưa được hạch toán đúng.',
    },
    evidence: [
      {
        title: 'Giấy nộp tiền vào ngân sách nhà nước',
        text: 'Số tiền và ngày nộp đúng; số tờ khai ghi nhầm một chữ số.',
      },
      {
        title: 'Bảng theo dõi nợ thuế',
        text: 'In từ hệ thống vào ngày cưỡng chế và ngày giải trình; so sánh từng khoản.',
      },
    ],
    note: 'Đã gửi kho bạc đề nghị tra soát khoản nộp.',
    law: 'Luật Quản lý thuế Đ.124, Đ.125; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Doanh nghiệp đã nộp đủ thuế và đã đề nghị tra soát hai lần. Cơ quan hải quan không xử lý đề nghị tra soát trước khi cưỡng chế.',
        measures:
          'Chấm dứt cưỡng chế; xóa khoản nợ và tiền chậm nộp đã tính; xin lỗi doanh nghiệp.',
      },
      partly_upheld: {
        findings:
          'Tiền thuế đã nộp đủ. Tiền chậm nộp của bảy ngày đầu là đúng, phần còn lại do chậm tra soát.',
        measures: 'Dừng cưỡng chế; tính lại tiền chậm nộp chỉ trong bảy ngày.',
      },
      dismissed: {
        findings:
          'Khoản nộp mà doanh nghiệp nêu thuộc tờ khai khác. Khoản nợ của tờ khai bị cưỡng chế chưa được nộp.',
        measures: 'Giữ nguyên quyết định cưỡng chế; hướng dẫn doanh nghiệp nộp dần tiền thuế nợ.',
      },
    },
  },
} as const satisfies Readonly<Record<string, CaseTexts>>;
