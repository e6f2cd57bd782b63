import type { MatterEntry } from '../matter-entry.ts';

const region = (entry: Omit<MatterEntry, 'kind' | 'unit'>): MatterEntry => ({
  kind: 'denunciation',
  unit: 'KV-MH',
  about: null,
  ...entry,
});

/** Denunciations: only people make them; their words lie with the identity. */
export const DENUNCIATIONS: readonly MatterEntry[] = [
  region({
    id: 'dn-01',
    by: 'in_person',
    from: 'tuan',
    names: ['hq-dg.nam'],
    stage: 'transferred',
    ago: 180,
    says: 'Tôi tố cáo việc người làm nhiệm vụ xác minh ở cửa khẩu Đèo Gió đã nhận quà của chủ hàng trước khi kết luận. Tôi có ảnh chụp và người làm chứng.',
    ends: {
      to: 'Cục Hải quan',
      reason:
        'Nội dung liên quan đến nhiều người ở hai đơn vị; chuyển cấp trên để xem xét thẩm quyền giải quyết.',
    },
    second: { by: 'khanh' },
  }),
  region({
    id: 'dn-02',
    by: 'post',
    from: 'an-danh',
    signed: false,
    names: ['hq-sm.lan'],
    stage: 'filed',
    ago: 147,
    says: 'Tố cáo người xác minh ở Sông Mây bênh người quen. Tôi không ghi tên vì sợ.',
    ends: {
      filedFor: 'anonymous',
      reason:
        'Không rõ người tố cáo; nội dung không có tài liệu, không nêu thời gian, sự việc cụ thể để kiểm tra.',
    },
    second: { by: 'khanh' },
  }),
  region({
    id: 'dn-03',
    by: 'forwarded',
    from: 'bac',
    names: ['hq-dg.yen'],
    stage: 'not_accepted',
    ago: 112,
    forwarded: { kind: 'reception', name: 'Ban Tiếp công dân tỉnh Minh Họa' },
    says: 'Tôi tố cáo công chức tiếp nhận ở Đèo Gió cố ý làm mất đơn của tôi. Tôi gửi hai lần đều nói chưa nhận được.',
    ends: {
      reason:
        'Sổ tiếp nhận và dấu bưu điện cho thấy đơn được gửi đến địa chỉ khác; không có dấu hiệu vi phạm của công chức.',
    },
    second: { by: 'khanh' },
  }),
  region({
    id: 'dn-04',
    by: 'post',
    from: 'thach',
    names: ['hq-sm.hung'],
    really: {
      kind: 'feedback',
      reason:
        'Đơn ghi là tố cáo nhưng chỉ nêu việc phải chờ lâu và chưa được trả lời điện thoại, không nêu hành vi vi phạm của ai.',
    },
    stage: 'transferred',
    ago: 63,
    says: 'Tôi làm đơn tố cáo việc tôi gọi hỏi vụ thuyền bị giữ mà không ai trả lời, chờ cả buổi không gặp được người phụ trách.',
    ends: {
      to: 'Hải quan cửa khẩu Sông Mây',
      reason: 'Phản ánh về cách tiếp dân, giao đơn vị trả lời người gửi.',
    },
    second: { by: 'khanh' },
  }),
  region({
    id: 'dn-05',
    by: 'in_person',
    from: 'nga',
    names: ['hq-sm.phuc'],
    stage: 'filed',
    ago: 3,
    says: 'Tôi tố cáo người phụ trách văn thư cho người ngoài xem hồ sơ của tôi. Tôi nghe người khác kể lại.',
    ends: {
      filedFor: 'handled_before',
      reason:
        'Cùng nội dung đã được kiểm tra và trả lời trong đợt trước; người tố cáo chưa cung cấp tình tiết mới.',
    },
    second: {
      by: 'khanh',
      declines: 'Chưa hỏi người được nêu là đã xem hồ sơ. Làm việc với người này rồi đề nghị lại.',
    },
  }),
  region({
    id: 'dn-06',
    by: 'post',
    from: 'lam',
    names: ['hq-sm.giang'],
    stage: 'transferred',
    ago: 2,
    says: 'Tôi tố cáo công chức xử lý đơn ở Sông Mây gợi ý tôi rút đơn để được giải quyết nhanh việc khác. Tôi có ghi âm.',
    ends: {
      to: 'Cục Hải quan',
      reason:
        'Người bị tố cáo là công chức phân loại đơn; đề nghị cấp trên xem xét để bảo đảm khách quan.',
    },
  }),
  region({
    id: 'dn-07',
    by: 'post',
    from: 'mui',
    names: ['hq-dg.tam'],
    stage: 'classified',
    ago: 58,
    says: 'Tôi tố cáo người đứng đầu cửa khẩu Đèo Gió cho người nhà thuê lại bãi xe không qua đấu giá. Kèm ảnh chụp hợp đồng.',
    asides: [
      {
        after: 47,
        what: 'urge',
        request:
          'Tố cáo đã quá thời hạn. Yêu cầu báo cáo quá trình giải quyết, lý do chậm và trách nhiệm của từng người trong năm ngày làm việc.',
      },
      {
        after: 51,
        what: 'report',
        text: 'Đơn được phân loại đúng hạn. Việc xác minh hợp đồng thuê bãi phải chờ chính quyền xã trả lời; công chức được giao chưa đôn đốc kịp thời. Chi cục đã cử người làm việc trực tiếp, dự kiến xong trong mười ngày.',
      },
    ],
  }),
  region({
    id: 'dn-08',
    by: 'in_person',
    from: 'doan',
    names: ['hq-sm.cuc'],
    stage: 'registered',
    ago: 1,
    says: 'Tôi tố cáo việc bố trí ca trực có lợi cho một số đại lý hải quan. Tôi có bảng phân ca của ba tháng.',
  }),
  region({
    id: 'dn-09',
    by: 'petition_box',
    from: 'xuyen',
    names: ['hq-dg.nam'],
    stage: 'classified',
    ago: 6,
    says: 'Tôi tố cáo việc bị yêu cầu nộp tiền mặt khi nhận lại giấy tờ, không có biên lai. Tôi có tin nhắn hẹn giờ.',
  }),
  {
    id: 'dn-10',
    kind: 'complaint',
    unit: 'HQ-SM',
    by: 'post',
    from: 'vinh',
    stage: 'classified',
    ago: 5,
    gist: 'Khiếu nại việc bị gây khó khi xin lại giấy tờ xe',
    says: 'Tôi khiếu nại việc phải đi lại nhiều lần; trong đơn có đoạn kể người trả giấy tờ đòi tiền bồi dưỡng và ghi rõ ngày giờ.',
    asides: [
      {
        after: 4,
        what: 'call-denunciation',
        by: 'quyen',
        reason:
          'Nội dung chính là báo tin về hành vi đòi tiền khi làm nhiệm vụ, có ngày giờ, người cụ thể: phải xử lý như tố cáo.',
      },
    ],
  },
];
