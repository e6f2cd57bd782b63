import type { Line } from './lines.ts';

/** Six lines of each kind, from the domain's digest of the laws; what they ask in return. */
export const RIGHTS: Readonly<
  Record<'complaint' | 'denunciation' | 'feedback', { rights: readonly Line[]; duty: Line }>
> = {
  complaint: {
    rights: [
      {
        vi: 'Nộp thông tin, tài liệu thì được nhận giấy biên nhận (Mẫu 02/TCD).',
        en: 'Hand in papers, and you are given a receipt for them (form 02/TCD).',
        law: 'NĐ 154/2026, Mẫu 02/TCD',
      },
      {
        vi: 'Được trả lời bằng văn bản có thụ lý (nhận giải quyết) hay không; không thụ lý thì phải nêu rõ lý do.',
        en: 'You are told in writing whether your complaint is accepted, and if not, why.',
        law: 'Luật Khiếu nại Đ.27, Đ.36 k.1; NĐ 124/2020 Đ.16 k.1 (NĐ 155/2026 Đ.10)',
      },
      {
        vi: 'Được đối thoại: lần đầu khi yêu cầu của ông/bà và kết quả xác minh còn khác nhau; lần hai thì luôn có.',
        en: 'You are heard in a dialogue: the first time where what you ask and what was found still differ, the second time always.',
        law: 'Luật Khiếu nại Đ.30 k.1, Đ.39',
      },
      {
        vi: 'Được ủy quyền hoặc có người đại diện hợp pháp thay mình khiếu nại.',
        en: 'You may have a lawful representative complain for you.',
        law: 'Luật Khiếu nại Đ.11 k.4; NĐ 124/2020 Đ.5',
      },
      {
        vi: 'Được rút toàn bộ hoặc một phần khiếu nại, bằng văn bản có chữ ký. Nội dung đã rút không được xem xét lại, trừ khi bị ép buộc, đe dọa.',
        en: 'You may withdraw all or part of it, in writing and signed. What is withdrawn is not taken up again, unless you were forced or threatened.',
        law: 'Luật Khiếu nại Đ.10',
      },
      {
        vi: 'Không đồng ý với quyết định, hoặc hết hạn mà chưa được giải quyết: được khiếu nại lần hai hoặc khởi kiện vụ án hành chính tại Tòa án.',
        en: 'If you disagree with the decision, or none comes in time, you may complain a second time or sue in an administrative court.',
        law: 'Luật Khiếu nại Đ.7 k.1, Đ.33; NĐ 124/2020 Đ.4 k.2',
      },
    ],
    duty: {
      vi: 'Việc của ông/bà: ký tên hoặc điểm chỉ vào đơn, và đưa giấy tờ, chứng cứ mình giữ khi được yêu cầu.',
      en: 'In return: sign the complaint or put your fingerprint to it, and hand over papers and evidence that you hold when asked for them.',
      law: 'Luật Khiếu nại Đ.11 k.5, Đ.12',
    },
  },
  denunciation: {
    rights: [
      {
        vi: 'Họ tên, địa chỉ, bút tích và mọi thông tin làm lộ danh tính của ông/bà được giữ bí mật.',
        en: 'Your name, address, handwriting and all that would show who you are is kept secret.',
        law: 'Luật Tố cáo Đ.49, Đ.56',
      },
      {
        vi: 'Người bị tố cáo chỉ được biết nội dung tố cáo, không được biết người tố cáo. Tố cáo thủ trưởng thì cấp trên trực tiếp giải quyết.',
        en: 'The person you report is told of what, never by whom. A report about a head is handled directly above them.',
        law: 'Luật Tố cáo Đ.8 k.3, Đ.10 k.1, Đ.12 k.1',
      },
      {
        vi: 'Được thông báo tố cáo có được thụ lý hay không; không thụ lý thì được biết lý do.',
        en: 'You are told whether your report is accepted, and if not, why.',
        law: 'Luật Tố cáo Đ.29 k.3; NĐ 31/2019 Đ.9, Mẫu 05',
      },
      {
        vi: 'Được yêu cầu bảo vệ vị trí công tác, việc làm, tính mạng, tài sản cho mình và người thân: gửi văn bản; khẩn cấp thì gọi điện trước.',
        en: 'You may ask for protection of post, work, life and property, for your family too: in writing; in an emergency by phone first.',
        law: 'Luật Tố cáo Đ.47 k.1, Đ.50',
      },
      {
        vi: 'Được rút toàn bộ hoặc một phần tố cáo trước khi có kết luận. Vẫn giải quyết tiếp nếu có dấu hiệu vi phạm, hoặc việc rút do bị đe dọa, mua chuộc.',
        en: 'You may withdraw all or part of it before its conclusion. It goes on where there are signs of a breach, or where you were threatened or bought.',
        law: 'Luật Tố cáo Đ.33',
      },
      {
        vi: 'Quá hạn mà chưa được giải quyết: được tố cáo tiếp với người đứng đầu cơ quan cấp trên trực tiếp.',
        en: 'If it is not handled in time, you may go to the head of the body directly above.',
        law: 'Luật Tố cáo Đ.38 k.1',
      },
    ],
    duty: {
      vi: 'Việc của ông/bà: tự mình tố cáo (doanh nghiệp không tố cáo được), ghi rõ tên, địa chỉ, cách liên hệ và ký hoặc điểm chỉ.',
      en: 'In return: report as a person (a company cannot), with your name, address and a way to reach you, signed or with your fingerprint.',
      law: 'Luật Tố cáo Đ.2, Đ.23',
    },
  },
  feedback: {
    rights: [
      {
        vi: 'Được trình bày trực tiếp tại nơi tiếp công dân.',
        en: 'You may speak in person where citizens are received.',
        law: 'Luật Tiếp công dân Đ.2 k.2',
      },
      {
        vi: 'Trình bày trực tiếp thì được thông báo kết quả xử lý ban đầu trong 10 ngày làm việc.',
        en: 'If you come in person, you are told within 10 working days what becomes of it.',
        law: 'Luật Tiếp công dân Đ.28 k.1',
      },
      {
        vi: 'Gửi nhầm nơi thì phản ánh, kiến nghị được chuyển đến nơi có thẩm quyền trong 5 ngày làm việc.',
        en: 'Sent to the wrong place, it is passed on within 5 working days.',
        law: 'NĐ 20/2008 Đ.9 k.1 (NĐ 92/2017)',
      },
      {
        vi: 'Phản ánh việc chậm trễ, gây phiền hà được chuyển đến cơ quan có thẩm quyền giải quyết.',
        en: 'Feedback about delay or harassment goes to the body that must deal with it.',
        law: 'NĐ 20/2008 Đ.9, Đ.14 k.1',
      },
      {
        vi: 'Nộp thông tin, tài liệu thì được nhận giấy biên nhận (Mẫu 02/TCD).',
        en: 'Hand in papers, and you are given a receipt for them (form 02/TCD).',
        law: 'NĐ 154/2026, Mẫu 02/TCD',
      },
      {
        vi: 'Nội dung nào là khiếu nại hay tố cáo thì được hướng dẫn tách thành đơn riêng.',
        en: 'What is really a complaint or a report of wrongdoing: you are guided to write it apart.',
        law: 'Luật Tiếp công dân Đ.25 k.3; NĐ 154/2026 Đ.14 k.4',
      },
    ],
    duty: {
      vi: 'Việc của ông/bà: nêu rõ nội dung. Đơn viết phải ghi tên, địa chỉ và ký; đơn không tên hoặc không ký chỉ được lưu lại.',
      en: 'In return: say clearly what it is about. A letter has your name, address and signature; one without is only filed.',
      law: 'TT 05/2021 Đ.6',
    },
  },
};
