import type { CaseTexts } from './themes.ts';

/** Values, codes, origin, refunds, audits. */
export const TAX_THEMES = {
  valuation: {
    explanation: {
      givenBy: 'Đội trưởng Đội Thủ tục hàng hóa',
      text: 'Trị giá khai báo thấp hơn mức giá trong cơ sở dữ liệu nên đội đã mời doanh nghiệp tham vấn. Tại buổi tham vấn, doanh nghiệp chưa xuất trình được chứng từ thanh toán qua ngân hàng, vì vậy đội bác bỏ trị giá khai báo và xác định lại theo trị giá giao dịch của hàng hóa tương tự.',
    },
    evidence: [
      {
        title: 'Biên bản tham vấn trị giá',
        text: 'Bản chụp biên bản, có chữ ký hai bên; ghi các câu hỏi về điều kiện giao hàng, chiết khấu và chứng từ thanh toán.',
      },
      {
        title: 'Điện chuyển tiền và hợp đồng ngoại thương',
        text: 'Doanh nghiệp bổ sung sau buổi tham vấn; đã đối chiếu số tiền, số hợp đồng với hóa đơn thương mại.',
      },
    ],
    note: 'Đã gọi điện đề nghị doanh nghiệp nộp bản gốc điện chuyển tiền để đối chiếu.',
    law: 'Luật Hải quan Đ.86; Thông tư 39/2015/TT-BTC, sửa đổi bởi Thông tư 60/2019/TT-BTC; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Chứng từ thanh toán, hợp đồng và hóa đơn thống nhất với nhau. Mẫu so sánh mà đội sử dụng khác nhãn hiệu và khác cấp độ thương mại, không phải hàng hóa tương tự. Không có căn cứ bác bỏ trị giá khai báo.',
        measures:
          'Hủy quyết định ấn định thuế; chấp nhận trị giá khai báo; làm thủ tục hoàn số thuế nộp thừa cho doanh nghiệp.',
      },
      partly_upheld: {
        findings:
          'Với hai dòng hàng đầu, chứng từ thanh toán phù hợp với trị giá khai báo. Với dòng hàng còn lại, doanh nghiệp không chứng minh được khoản chiết khấu. Việc xác định lại trị giá chỉ có căn cứ đối với dòng hàng này.',
        measures:
          'Sửa quyết định ấn định thuế: giữ mức ấn định đối với dòng hàng thứ ba, bỏ đối với hai dòng hàng đầu; hoàn số thuế chênh lệch.',
      },
      dismissed: {
        findings:
          'Doanh nghiệp không xuất trình được chứng từ thanh toán trong thời hạn. Mẫu so sánh cùng mã hàng, cùng nhãn hiệu, nhập khẩu trong vòng 60 ngày. Việc bác bỏ và xác định lại trị giá đúng trình tự.',
        measures:
          'Giữ nguyên quyết định ấn định thuế; hướng dẫn doanh nghiệp cách lưu chứng từ thanh toán cho các lô hàng sau.',
      },
    },
  },
  classification: {
    explanation: {
      givenBy: 'Công chức tiếp nhận, kiểm tra hồ sơ',
      text: 'Mã số được áp theo kết quả phân tích phân loại. Mặt hàng có thêm bộ phận điều khiển nên không còn được coi là bộ phận rời như doanh nghiệp khai báo.',
    },
    evidence: [
      {
        title: 'Thông báo kết quả phân tích kèm mã số',
        text: 'Nêu cấu tạo, thành phần và công dụng của mẫu; mẫu được lấy tại kho có sự chứng kiến của doanh nghiệp.',
      },
      {
        title: 'Tài liệu kỹ thuật của nhà sản xuất',
        text: 'Catalô và bản vẽ, có bản dịch; phần mô tả chức năng đã được đối chiếu với mẫu thực tế.',
      },
    ],
    note: 'Chờ doanh nghiệp nộp bản dịch tài liệu kỹ thuật.',
    law: 'Luật Hải quan Đ.26; Thông tư 31/2022/TT-BTC về danh mục hàng hóa; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Mẫu phân tích không cùng chủng loại với lô hàng bị khiếu nại: số hiệu trên mẫu khác số hiệu trên tờ khai. Theo tài liệu kỹ thuật, mặt hàng là bộ phận chuyên dùng, phù hợp với mã số doanh nghiệp đã khai.',
        measures:
          'Hủy quyết định ấn định thuế theo mã số mới; chấp nhận mã số khai báo; xin lỗi doanh nghiệp bằng văn bản.',
      },
      partly_upheld: {
        findings:
          'Mã số mới đúng với loại có bộ điều khiển, chiếm một nửa lô hàng. Nửa còn lại không có bộ điều khiển, mã số khai báo là phù hợp.',
        measures:
          'Sửa quyết định ấn định thuế, chỉ áp mã số mới đối với loại hàng có bộ điều khiển; hoàn phần thuế đã thu thừa.',
      },
      dismissed: {
        findings:
          'Kết quả phân tích và tài liệu kỹ thuật thống nhất: mặt hàng đã hoàn chỉnh và có chức năng riêng. Áp dụng quy tắc 1 và quy tắc 6, mã số do cơ quan hải quan xác định là đúng.',
        measures:
          'Giữ nguyên quyết định; hướng dẫn doanh nghiệp đề nghị xác định trước mã số cho các lô hàng sau.',
      },
    },
  },
  origin: {
    explanation: {
      givenBy: 'Đội trưởng Đội Thủ tục hàng hóa',
      text: 'Chữ ký trên giấy chứng nhận xuất xứ khác mẫu chữ ký được thông báo. Đội đã tạm thời áp thuế suất ưu đãi thông thường trong khi chờ kết quả xác minh.',
    },
    evidence: [
      {
        title: 'Giấy chứng nhận xuất xứ',
        text: 'Bản gốc do doanh nghiệp nộp; dấu nổi rõ, mục ghi tiêu chí xuất xứ có sửa chữa và đóng dấu xác nhận.',
      },
      {
        title: 'Văn bản trả lời về mẫu chữ ký, con dấu',
        text: 'Đơn vị nghiệp vụ thông báo mẫu chữ ký mới có hiệu lực trước ngày cấp giấy chứng nhận.',
      },
    ],
    note: 'Đã gửi đề nghị xác minh mẫu chữ ký qua đơn vị nghiệp vụ.',
    law: 'Luật Hải quan Đ.27; Thông tư 33/2023/TT-BTC về xác định xuất xứ hàng hóa; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Mẫu chữ ký mới đã có hiệu lực khi giấy chứng nhận được cấp. Giấy chứng nhận hợp lệ; việc từ chối thuế suất ưu đãi đặc biệt không có căn cứ.',
        measures:
          'Chấp nhận giấy chứng nhận xuất xứ; áp dụng thuế suất ưu đãi đặc biệt; hoàn số thuế đã nộp thừa.',
      },
      partly_upheld: {
        findings:
          'Giấy chứng nhận hợp lệ đối với các mặt hàng có tên trong đó. Ba mặt hàng bổ sung sau không được ghi, không đủ điều kiện hưởng ưu đãi.',
        measures:
          'Áp dụng thuế suất ưu đãi đặc biệt đối với các mặt hàng được ghi trên giấy chứng nhận; giữ mức thuế đối với ba mặt hàng còn lại.',
      },
      dismissed: {
        findings:
          'Giấy chứng nhận được nộp quá thời hạn mà không có lý do bất khả kháng. Khi mở tờ khai, doanh nghiệp không khai nợ giấy chứng nhận.',
        measures: 'Giữ nguyên việc áp thuế suất ưu đãi thông thường.',
      },
    },
  },
  refund: {
    explanation: {
      givenBy: 'Công chức phụ trách hoàn thuế',
      text: 'Hồ sơ thuộc diện kiểm tra trước, hoàn thuế sau. Đội đã đề nghị doanh nghiệp bổ sung bảng kê và chứng từ thanh toán; thời gian chờ bổ sung không tính vào thời hạn giải quyết.',
    },
    evidence: [
      {
        title: 'Hồ sơ đề nghị hoàn thuế và phiếu tiếp nhận',
        text: 'Ghi ngày tiếp nhận điện tử, danh mục tài liệu và hai lần yêu cầu bổ sung.',
      },
      {
        title: 'Bảng kê chứng từ thanh toán',
        text: 'Đối chiếu từng lô xuất khẩu với chứng từ ngân hàng; số liệu khớp với tờ khai xuất khẩu.',
      },
    ],
    note: 'Đề nghị kế toán của doanh nghiệp đến đối chiếu công nợ vào sáng thứ Năm.',
    law: 'Luật Quản lý thuế Đ.73 đến Đ.75; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Hồ sơ đã đủ ngay từ lần nộp đầu; tài liệu bị yêu cầu bổ sung đều có trong hồ sơ điện tử. Việc chậm ra quyết định hoàn thuế không có lý do chính đáng.',
        measures:
          'Ra quyết định hoàn thuế trong ba ngày làm việc; trả tiền lãi cho những ngày chậm; kiểm điểm công chức xử lý hồ sơ.',
      },
      partly_upheld: {
        findings:
          'Yêu cầu bổ sung lần đầu có căn cứ, lần thứ hai thì không. Thời gian chậm do cơ quan hải quan là mười một ngày.',
        measures:
          'Giải quyết hoàn thuế theo hồ sơ đã bổ sung; trả tiền lãi cho mười một ngày chậm.',
      },
      dismissed: {
        findings:
          'Hồ sơ thiếu chứng từ thanh toán của bốn lô hàng. Doanh nghiệp bổ sung sau hạn ghi trong thông báo; hồ sơ vẫn đang trong thời hạn kiểm tra.',
        measures:
          'Tiếp tục kiểm tra hồ sơ theo thời hạn; thông báo rõ ngày trả kết quả cho doanh nghiệp.',
      },
    },
  },
  audit: {
    explanation: {
      givenBy: 'Trưởng đoàn kiểm tra sau thông quan',
      text: 'Đoàn kiểm tra căn cứ sổ kế toán và định mức thực tế do doanh nghiệp cung cấp. Chênh lệch tồn kho nguyên liệu lớn hơn mức hao hụt đã thông báo nên phải ấn định thuế.',
    },
    evidence: [
      {
        title: 'Bản kết luận kiểm tra sau thông quan',
        text: 'Kèm phụ lục chênh lệch nguyên liệu theo từng mã và ý kiến bảo lưu của doanh nghiệp.',
      },
      {
        title: 'Báo cáo quyết toán và phiếu xuất kho',
        text: 'Trích từ phần mềm kế toán, có chữ ký của kế toán trưởng; đã kiểm tra xác suất ba mươi phiếu.',
      },
    ],
    note: 'Đã làm việc với kế toán trưởng; thống nhất cách quy đổi đơn vị tính của nguyên liệu.',
    law: 'Luật Hải quan Đ.77 đến Đ.82; Luật Quản lý thuế Đ.52; Luật Khiếu nại Đ.29, Đ.31',
    results: {
      upheld: {
        findings:
          'Đoàn kiểm tra quy đổi sai đơn vị tính của hai mã nguyên liệu, làm phát sinh toàn bộ phần chênh lệch. Sau khi quy đổi đúng, tồn kho khớp với sổ kế toán.',
        measures: 'Hủy quyết định ấn định thuế; điều chỉnh bản kết luận kiểm tra.',
      },
      partly_upheld: {
        findings:
          'Một phần chênh lệch là do quy đổi sai đơn vị tính. Phần còn lại là phế liệu đã bán trong nước mà không khai báo.',
        measures:
          'Sửa quyết định ấn định thuế, giảm phần chênh lệch do quy đổi; giữ phần thuế đối với phế liệu bán trong nước.',
      },
      dismissed: {
        findings:
          'Doanh nghiệp không giải trình được phần nguyên liệu thiếu so với sổ kế toán. Định mức mới được lập sau ngày công bố quyết định kiểm tra.',
        measures: 'Giữ nguyên quyết định ấn định thuế và bản kết luận kiểm tra.',
      },
    },
  },
} as const satisfies Readonly<Record<string, CaseTexts>>;
