import { vi as visitors } from './public.ts';

/** Of pages for everybody that stand as they are: drawn at build or by the gateway, never loaded. */
const portal = {
  'unknown.title': 'Không có trang này',
  'unknown.lead':
    'Có thể địa chỉ bị gõ sai, hoặc trang đã chuyển đi nơi khác. Ông/bà tìm tiếp từ đây:',
  'unknown.home': 'Trang đầu',
  'trouble.title': 'Chưa mở được trang này',
  'trouble.lead': 'Ông/bà chờ một phút rồi tải lại trang. Chưa có gì bị mất.',
  'kind.complaint': 'Khiếu nại',
  'kind.denunciation': 'Tố cáo',
  'kind.feedback': 'Kiến nghị, phản ánh',
  'rights.title': 'Quyền của ông/bà',
  'rights.description':
    'Người khiếu nại, tố cáo, kiến nghị, phản ánh có những quyền gì, theo điều luật nào, và cần làm gì.',
  'rights.lead': 'Mỗi quyền có điều luật bên dưới, để ông/bà viện dẫn khi cần.',
  'rights.limits': 'Xem từng bước phải xong chậm nhất ngày nào',
  'hotline.title': 'Đường dây nóng',
  'hotline.description':
    'Số đường dây nóng của Hải quan, khi nào nên gọi, và sau khi gọi thì thế nào.',
  'hotline.lead': 'Gọi được vào mọi giờ, không cần viết đơn.',
  'hotline.when': 'Khi nào gọi',
  'hotline.when1': 'Bị công chức hải quan nhũng nhiễu, vòi vĩnh, gây phiền hà.',
  'hotline.when2': 'Thấy buôn lậu, gian lận thương mại, vi phạm pháp luật hải quan.',
  'hotline.when3': 'Hàng bị tắc mà không ai trả lời.',
  'hotline.emergency': 'Nguy hiểm đến tính mạng thì gọi công an:',
  'hotline.after': 'Sau khi gọi',
  'hotline.after1': 'Cuộc gọi được ghi âm, lưu giữ và quản lý theo chế độ mật.',
  'hotline.after2': 'Tin báo được chuyển đến nhánh hoặc đơn vị có trách nhiệm.',
  'hotline.after3':
    'Cuộc gọi không thay cho đơn khiếu nại, tố cáo: muốn được giải quyết theo thời hạn của luật, ông/bà cần gửi đơn có chữ ký.',
  'hotline.else': 'Cách khác',
  'hotline.unit': 'Đến hoặc gọi đơn vị: địa chỉ, giờ làm việc',
  'hotline.write': 'Gửi đơn',
  'reception.title': 'Lịch tiếp công dân',
  'reception.description':
    'Địa chỉ, giờ làm việc, ngày thủ trưởng tiếp công dân của các đơn vị hải quan, và cần mang gì theo.',
  'reception.lead': 'Ông/bà có thể đến trình bày trực tiếp, nộp đơn và ký đơn tại chỗ.',
  'reception.where': 'Ở đâu, khi nào',
  'reception.invented':
    'Đơn vị, địa chỉ, giờ và số điện thoại dưới đây là hư cấu, chỉ để dùng thử.',
  'reception.none':
    'Các đơn vị chưa công bố lịch trên trang này. Ông/bà xem lịch niêm yết tại trụ sở, hoặc gọi đường dây nóng để hỏi.',
  'reception.unit': '{name}',
  'reception.address': 'Địa chỉ',
  'reception.hours': 'Giờ làm việc',
  'reception.head': 'Thủ trưởng tiếp công dân',
  'reception.phone': 'Điện thoại',
  'reception.bring': 'Mang theo gì',
  'reception.bring1': 'Căn cước, giấy tờ có số định danh cá nhân hoặc hộ chiếu.',
  'reception.bring2': 'Bản sao tài liệu liên quan; giấy biên nhận nếu đã gửi đơn.',
  'reception.bring3': 'Giấy ủy quyền, nếu đi thay người khác.',
  'reception.law': 'Luật quy định',
  'published.title': 'Quyết định đã công bố',
  'published.description':
    'Quyết định giải quyết khiếu nại của Hải quan đã công khai: đơn vị nào, kết quả ra sao, nội dung đã lược bỏ thông tin cá nhân.',
  'published.lead':
    'Quyết định giải quyết khiếu nại được công khai theo luật, mới nhất trước. Tên và thông tin cá nhân đã được lược bỏ; tố cáo không công bố ở đây.',
  'published.none': 'Hiện chưa có quyết định nào được công bố.',
  'published.on': 'công bố ngày {date}',
  'published.more': 'Các trang khác',
  'published.older': 'Quyết định cũ hơn',
  'published.newest': 'Về quyết định mới nhất',
  'published.oneLead': 'Quyết định giải quyết khiếu nại đã công khai',
  'published.unit': 'Đơn vị giải quyết',
  'published.kind': 'Loại đơn',
  'published.instance1': 'lần đầu',
  'published.instance2': 'lần hai',
  'published.issuedOn': 'Ngày quyết định',
  'published.publishedOn': 'Ngày công bố',
  'published.text': 'Nội dung công bố',
  'published.redacted':
    'Tên người và thông tin cá nhân đã được lược bỏ trước khi công bố; hai người đã đọc lại.',
  'published.all': 'Tất cả quyết định đã công bố',
  'forms.title': 'Biểu mẫu',
  'forms.description':
    'Mẫu đơn khiếu nại, giấy ủy quyền, đơn tố cáo, đơn rút tố cáo gửi Hải quan: xem, in ra và viết tay.',
  'forms.lead': 'Những mẫu mà người gửi đơn cần. In ra, viết tay, ký rồi nộp.',
  'forms.open': 'Xem và in mẫu trống',
  'forms.compose': 'Soạn trên trang này',
  'forms.all': 'Tất cả biểu mẫu',
  'forms.print': 'In mẫu này',
  'forms.use': 'In trang này: chỉ có tờ mẫu được in ra.',
  'forms.complaint': 'Mẫu đơn khiếu nại',
  'forms.mandate': 'Mẫu giấy ủy quyền khiếu nại',
  'forms.denunciation': 'Mẫu đơn tố cáo',
  'forms.withdrawal': 'Mẫu đơn rút tố cáo',
  'about.title': 'Về trang này',
  'about.description':
    'Ai vận hành trang này, dữ liệu cá nhân được bảo vệ ra sao, và những ai dùng được trang.',
  'about.who': 'Ai vận hành',
  'about.data': 'Bảo vệ dữ liệu cá nhân',
  'about.data1':
    'Xem các trang này không cần đăng nhập. Trang không đặt cookie cho người xem, không đếm lượt xem, không gọi trang của ai khác.',
  'about.data2':
    'Mã tra cứu và đơn đang soạn không được lưu lại ở máy chủ. Đơn đang soạn chỉ nằm trong thẻ trình duyệt của ông/bà.',
  'about.data3':
    'Trong hệ thống, danh tính người gửi đơn được niêm phong. Cán bộ mở ra xem phải nêu mục đích, và việc mở được ghi lại trước khi xem.',
  'about.data4': 'Danh tính người tố cáo được giữ bí mật theo Luật Tố cáo Đ.49, Đ.56.',
  'about.access': 'Khả năng tiếp cận',
  'about.access1':
    'Các trang dùng được bằng bàn phím, với chữ to gấp đôi, trên màn hình hẹp, và khi tắt JavaScript (trừ soạn đơn).',
  'about.access2':
    'Trang được kiểm tra tự động theo WCAG 2.2 mức AA. Chưa có người dùng phần mềm đọc màn hình thử.',
  'about.access3': 'Gặp khó khăn khi dùng trang, ông/bà gọi đường dây nóng hoặc đến đơn vị.',
  'send.title': 'Gửi đơn',
  'send.description':
    'Chọn đúng loại đơn, biết cần những gì, có phải ký không, và gửi đến đâu: khiếu nại, tố cáo, phản ánh, hỏi thủ tục.',
  'send.lead': 'Ông/bà muốn làm gì?',
  'send.noWeb':
    'Hệ thống chưa nhận đơn qua mạng. Khiếu nại và tố cáo phải có chữ ký: ông/bà soạn ở đây, in ra, ký, rồi nộp hoặc gửi bưu điện.',
  'send.is': 'Là gì',
  'send.need': 'Cần những gì',
  'send.signed': 'Có phải ký không',
  'send.how': 'Làm thế nào',
  'send.complaint.wish':
    'Không đồng ý với một quyết định hoặc việc làm của Hải quan ảnh hưởng đến mình',
  'send.complaint.kind': 'Khiếu nại',
  'send.complaint.is':
    'Đề nghị xem lại một quyết định hoặc việc làm của cơ quan, người có thẩm quyền mà ông/bà cho là trái luật và xâm phạm quyền, lợi ích của chính mình. Cá nhân, doanh nghiệp, tổ chức đều khiếu nại được (Luật Khiếu nại Đ.2).',
  'send.complaint.need':
    'Ngày, tên, địa chỉ; bên bị khiếu nại; nội dung, lý do, yêu cầu; tài liệu kèm theo (Luật Khiếu nại Đ.8 k.2). Trong 90 ngày từ khi nhận hoặc biết quyết định, trừ khi có trở ngại chính đáng (Đ.9).',
  'send.complaint.signed': 'Phải ký tên hoặc điểm chỉ (Luật Khiếu nại Đ.11 k.5).',
  'send.complaint.how': 'Soạn trên trang này, in ra, ký, rồi nộp hoặc gửi bưu điện.',
  'send.denunciation.wish': 'Báo hành vi sai phạm của một người',
  'send.denunciation.kind': 'Tố cáo',
  'send.denunciation.is':
    'Báo hành vi vi phạm pháp luật gây hại hoặc đe dọa gây hại, kể cả khi không động đến quyền lợi của mình. Chỉ cá nhân mới tố cáo được (Luật Tố cáo Đ.2).',
  'send.denunciation.need':
    'Ngày, tên, địa chỉ, cách liên hệ; hành vi vi phạm; người bị tố cáo (Luật Tố cáo Đ.23). Danh tính của ông/bà được giữ bí mật (Đ.49, Đ.56).',
  'send.denunciation.signed':
    'Phải ký tên hoặc điểm chỉ (Luật Tố cáo Đ.23). Tin không nêu tên vẫn được xem xét nếu nêu rõ người vi phạm, có chứng cứ cụ thể và kiểm tra được (Đ.25 k.2).',
  'send.denunciation.how':
    'Soạn trên trang này, in ra, ký, rồi nộp hoặc gửi bưu điện. Tố cáo thủ trưởng thì gửi cấp trên trực tiếp (Đ.12 k.1).',
  'send.feedback.wish': 'Góp ý, phản ánh việc chậm, phiền hà',
  'send.feedback.kind': 'Kiến nghị, phản ánh',
  'send.feedback.is':
    'Nêu khó khăn, việc chậm trễ, phiền hà, hoặc góp ý về chính sách, thủ tục (Luật Tiếp công dân Đ.2 k.2).',
  'send.feedback.need': 'Nội dung rõ ràng: việc gì, ở đâu, khi nào; với góp ý thì nêu cách sửa.',
  'send.feedback.signed':
    'Gọi điện hoặc trình bày trực tiếp thì không phải ký. Viết đơn thì ghi tên, địa chỉ và ký: đơn không tên hoặc không ký chỉ được lưu lại (TT 05/2021 Đ.6).',
  'send.feedback.how': 'Gọi đường dây nóng, đến nơi tiếp công dân, hoặc gửi thư.',
  'send.question.wish': 'Hỏi thủ tục',
  'send.question.kind': 'Hỏi thủ tục',
  'send.question.is': 'Cần biết làm thế nào, cần giấy tờ gì, hoặc hồ sơ đang vướng ở đâu.',
  'send.question.need': 'Số tờ khai hoặc số hồ sơ, nếu có.',
  'send.question.signed': 'Không phải ký.',
  'send.question.how':
    'Hỏi đơn vị đang làm thủ tục, hoặc gọi đường dây nóng. Trang này chưa nhận câu hỏi qua mạng.',
  'send.to.complaint': 'Soạn đơn khiếu nại',
  'send.to.denunciation': 'Soạn đơn tố cáo',
  'send.to.formComplaint': 'In mẫu trống',
  'send.to.formDenunciation': 'In mẫu trống',
  'send.to.hotline': 'Đường dây nóng',
  'send.to.reception': 'Nơi tiếp công dân',
  'send.hand': 'Nộp đơn ở đâu',
  'send.hand1': 'Nộp trực tiếp: ông/bà nhận giấy biên nhận có số đơn và mã tra cứu ngay tại chỗ.',
  'send.hand2': 'Gửi bưu điện: ghi rõ địa chỉ để nơi nhận gửi giấy biên nhận về cho ông/bà.',
  'send.hand3': 'Giữ giấy biên nhận: có mã tra cứu mới xem được đơn đang ở bước nào.',
  'limits.title': 'Bao lâu thì có kết quả?',
  'limits.description':
    'Chọn loại đơn và ngày gửi, xem từng bước phải xong chậm nhất ngày nào, cách tính, theo điều luật nào.',
  'limits.lead':
    'Chọn loại đơn và một ngày. Mỗi bước có ngày cuối cùng, cách tính và điều luật, đúng như hệ thống tính cho cán bộ.',
  'limits.what': 'Ông/bà muốn biết thời hạn của',
  'limits.kind.complaint': 'Khiếu nại lần đầu',
  'limits.kind.second_complaint': 'Khiếu nại lần hai',
  'limits.kind.denunciation': 'Tố cáo',
  'limits.kind.feedback': 'Kiến nghị, phản ánh',
  'limits.kind.time_bar': 'Việc khiếu nại một quyết định: còn kịp đến ngày nào',
  'limits.day': 'Ngày',
  'limits.dayHint':
    'Ngày cơ quan có thẩm quyền nhận đơn; với lựa chọn cuối, ngày ông/bà nhận hoặc biết quyết định. Ví dụ 27/03/2026. Để trống là hôm nay.',
  'limits.show': 'Xem thời hạn',
  'limits.noKind': 'Hãy chọn một loại',
  'limits.noDay': 'Nhập ngày/tháng/năm, ví dụ 27/03/2026',
  'limits.outOfRange': 'Không tính được cho ngày này: các luật đang dùng chưa có hoặc lịch chưa có',
  'limits.fromReceived': '{kind}, nhận đơn ngày {date}',
  'limits.fromKnown': 'Nhận hoặc biết quyết định ngày {date}',
  'limits.note':
    'Ngày trên là ngày muộn nhất theo luật, khi mỗi bước trước cũng dùng hết thời hạn. Thời hạn của một đơn cụ thể xem ở trang tra cứu.',
  'limits.longer':
    'Có thể gia hạn bằng văn bản, mỗi lần {days} ngày: vụ việc phức tạp {once} lần, đặc biệt phức tạp {twice} lần.',
  'limits.stops.suspension': 'Thời hạn tạm dừng khi có quyết định tạm đình chỉ.',
  'limits.stops.obstacle':
    'Thời gian có trở ngại khách quan không tính vào; hãy giữ giấy tờ chứng minh.',
  'limits.after.accept': 'Tính từ ngày thụ lý; ở đây lấy ngày thụ lý muộn nhất.',
  'limits.after.check': 'Tính từ ngày thụ lý; ở đây lấy ngày thụ lý muộn nhất.',
  'limits.after.resolve': 'Tính từ ngày ra quyết định; ở đây lấy ngày muộn nhất.',
  'limits.after.send': 'Tính từ ngày ông/bà nhận quyết định; ở đây lấy ngày gửi muộn nhất.',
  'limits.after.conclude': 'Tính từ ngày có kết luận; ở đây lấy ngày muộn nhất.',
  'limits.step.accept': 'Báo cho ông/bà có thụ lý (nhận giải quyết) hay không',
  'limits.step.resolve': 'Ra quyết định giải quyết',
  'limits.step.send': 'Gửi quyết định cho ông/bà',
  'limits.step.window': 'Việc của ông/bà: khiếu nại lần hai, nếu không đồng ý',
  'limits.step.check': 'Kiểm tra, quyết định có thụ lý (nhận giải quyết) hay không',
  'limits.step.notify': 'Thông báo việc thụ lý',
  'limits.step.conclude': 'Kết luận nội dung tố cáo',
  'limits.step.send_conclusion': 'Gửi kết luận',
  'limits.step.initial': 'Thông báo kết quả xử lý ban đầu, nếu trình bày trực tiếp',
  'limits.step.answer': 'Trả lời',
  'limits.step.answer_regulation': 'Trả lời, nếu là góp ý về quy định hành chính',
  'limits.step.time_bar': 'Việc của ông/bà: khiếu nại lần đầu',
} as const;

export const vi = { ...visitors, ...portal };

export type PortalMessages = Record<keyof typeof vi, string>;
