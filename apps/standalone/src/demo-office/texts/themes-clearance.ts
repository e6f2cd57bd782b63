import type { CaseTexts } from './themes.ts';

/** At the gate: inspection, delays, manners, luggage. */
export const CLEARANCE_THEMES = {
  inspection: {
    explanation: {
      givenBy: 'Đội trưởng Đội Thủ tục hàng hóa',
      text: 'Lô hàng được phân luồng đỏ. Ngày làm thủ tục có mưa lớn, bãi kiểm tra ngập nên chỉ kiểm tra được một phần; phần còn lại chuyển sang ngày sau và đã báo miệng cho đại lý hải quan.',
    },
    evidence: [
      {
        title: 'Phiếu ghi kết quả kiểm tra thực tế hàng hóa',
        text: 'Ghi giờ bắt đầu, giờ kết thúc, tỷ lệ kiểm tra và tình trạng hàng khi mở công-te-nơ.',
      },
      {
        title: 'Nhật ký bãi kiểm tra và ảnh camera',
        text: 'Trích xuất khung giờ từ 8 giờ đến 17 giờ; thấy rõ thời điểm xe vào bãi, mở hàng và đóng hàng.',
      },
    ],
    note: 'Đã đề nghị đơn vị kinh doanh bãi cung cấp nhật ký xe ra vào.',
    law: 'Luật Hải quan Đ.33, Đ.34; Nghị định 08/2015/NĐ-CP, sửa đổi bởi Nghị định 59/2018/NĐ-CP; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Theo nhật ký bãi, xe chờ hơn sáu giờ trong khi có hai vị trí kiểm tra trống. Không có lý do chính đáng để tăng tỷ lệ kiểm tra lên toàn bộ lô hàng.',
        measures:
          'Xác định hành vi kéo dài thời gian kiểm tra là sai; xin lỗi doanh nghiệp; rà soát cách xếp lịch tại bãi.',
      },
      partly_upheld: {
        findings:
          'Việc kiểm tra thực tế là đúng quy định. Việc dừng kiểm tra giữa chừng mà không thông báo bằng văn bản là chưa đúng.',
        measures:
          'Giữ kết quả kiểm tra; yêu cầu đội thông báo bằng văn bản khi phải dừng kiểm tra, nêu giờ làm tiếp.',
      },
      dismissed: {
        findings:
          'Tỷ lệ kiểm tra theo mức hệ thống phân luồng. Thời gian chờ là do xe vào bãi sau giờ đăng ký, nhật ký xe ra vào thể hiện rõ.',
        measures: 'Giữ nguyên kết quả kiểm tra; hướng dẫn doanh nghiệp đăng ký giờ kiểm tra trước.',
      },
    },
  },
  delay: {
    explanation: {
      givenBy: 'Công chức giải quyết thủ tục',
      text: 'Hồ sơ có sai khác giữa vận đơn và tờ khai về số kiện. Đã yêu cầu khai bổ sung trên hệ thống; doanh nghiệp khai bổ sung vào cuối giờ chiều nên tờ khai được duyệt vào sáng hôm sau.',
    },
    evidence: [
      {
        title: 'Nhật ký xử lý tờ khai trên hệ thống',
        text: 'Ghi từng thao tác kèm giờ, phút và tên đăng nhập của công chức xử lý.',
      },
      {
        title: 'Tin nhắn trao đổi giữa đại lý và công chức',
        text: 'Do đại lý cung cấp; nội dung hỏi về lý do chưa duyệt và câu trả lời.',
      },
    ],
    note: 'Đã xin trích xuất nhật ký hệ thống, dự kiến có trong ngày mai.',
    law: 'Luật Hải quan Đ.23; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Tờ khai đã đủ điều kiện từ 10 giờ 20 nhưng đến sáng hôm sau mới được xem. Trong thời gian đó công chức không được giao việc khác. Quá thời hạn kiểm tra hồ sơ.',
        measures:
          'Xác định hành vi chậm giải quyết thủ tục là sai; xin lỗi doanh nghiệp; phân công người thay khi công chức vắng mặt.',
      },
      partly_upheld: {
        findings:
          'Yêu cầu khai bổ sung là đúng. Từ lúc doanh nghiệp khai xong đến lúc duyệt vượt thời hạn hai giờ làm việc.',
        measures:
          'Nhắc nhở công chức; cài cảnh báo đối với tờ khai sắp quá thời hạn kiểm tra hồ sơ.',
      },
      dismissed: {
        findings:
          'Nhật ký hệ thống cho thấy tờ khai được xử lý trong thời hạn kể từ khi doanh nghiệp nộp đủ hồ sơ. Phần thời gian trước đó là do khai thiếu số kiện.',
        measures: 'Giữ nguyên cách giải quyết; giải thích cho doanh nghiệp cách tính thời hạn.',
      },
    },
  },
  manners: {
    explanation: {
      givenBy: 'Công chức bị khiếu nại',
      text: 'Tôi đã giải thích về chứng từ còn thiếu và đề nghị bổ sung. Lúc đó quầy đông người nên tôi nói to. Tôi không có ý thiếu tôn trọng và xin rút kinh nghiệm về cách nói.',
    },
    evidence: [
      {
        title: 'Hình ảnh camera tại quầy số 2',
        text: 'Không có tiếng; thấy người dân đứng chờ mười tám phút trong khi công chức dùng điện thoại riêng.',
      },
      {
        title: 'Ý kiến của hai người có mặt tại quầy',
        text: 'Ghi lời trình bày riêng từng người; hai người kể lại diễn biến giống nhau.',
      },
    ],
    note: 'Đã mời hai người chứng kiến đến trình bày vào chiều mai.',
    law: 'Luật Cán bộ, công chức Đ.16, Đ.17; quy tắc ứng xử của công chức hải quan; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Hình ảnh và lời trình bày của hai người chứng kiến phù hợp với nội dung khiếu nại. Công chức đã để người dân chờ và có lời nói không đúng mực.',
        measures:
          'Công chức xin lỗi trực tiếp người khiếu nại; kiểm điểm trước đơn vị; chuyển sang vị trí không tiếp xúc với người dân trong ba tháng.',
      },
      partly_upheld: {
        findings:
          'Việc yêu cầu bổ sung chứng từ là đúng. Lời nói của công chức tại quầy chưa đúng quy tắc ứng xử.',
        measures: 'Nhắc nhở công chức; đơn vị xin lỗi người khiếu nại về cách giao tiếp.',
      },
      dismissed: {
        findings:
          'Hình ảnh và lời trình bày của người chứng kiến không thể hiện hành vi như đơn nêu. Công chức đã hướng dẫn đủ và giữ thái độ bình thường.',
        measures:
          'Giải thích cho người khiếu nại; đặt bảng hướng dẫn chứng từ cần có ngay tại quầy.',
      },
    },
  },
  luggage: {
    explanation: {
      givenBy: 'Tổ trưởng Tổ hành lý, phương tiện',
      text: 'Số hàng mang theo vượt định mức miễn thuế. Hành khách không khai nên tổ đã lập biên bản và giữ phần vượt để làm thủ tục.',
    },
    evidence: [
      {
        title: 'Biên bản kiểm tra hành lý',
        text: 'Liệt kê từng món, trọng lượng; hành khách ký và ghi ý kiến không đồng ý.',
      },
      {
        title: 'Hóa đơn mua hàng của hành khách',
        text: 'Bản gốc, tổng giá trị được quy đổi theo tỷ giá của ngày nhập cảnh.',
      },
    ],
    note: 'Đề nghị hành khách gửi ảnh hóa đơn gốc.',
    law: 'Luật Hải quan Đ.54; quy định về định mức hành lý miễn thuế; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Tổng giá trị hàng theo hóa đơn thấp hơn định mức miễn thuế. Tổ đã áp giá tham khảo thay cho giá trên hóa đơn mà không nêu lý do.',
        measures: 'Trả lại hàng và số thuế đã thu; xin lỗi hành khách.',
      },
      partly_upheld: {
        findings:
          'Phần hàng điện tử vượt định mức, phần quần áo là đồ dùng cá nhân nên không tính. Số thuế đã thu cao hơn số phải nộp.',
        measures: 'Tính lại thuế, hoàn phần thu thừa cho hành khách.',
      },
      dismissed: {
        findings:
          'Hàng cùng loại, còn nguyên bao bì, số lượng vượt định mức gấp ba lần. Việc lập biên bản và thu thuế phần vượt là đúng.',
        measures: 'Giữ nguyên cách xử lý; giải thích cho hành khách về định mức.',
      },
    },
  },
} as const satisfies Readonly<Record<string, CaseTexts>>;
