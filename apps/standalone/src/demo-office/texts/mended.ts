import type { MatterEntry } from '../matter-entry.ts';

const complaint = (entry: Omit<MatterEntry, 'kind' | 'unit'>): MatterEntry => ({
  kind: 'complaint',
  unit: 'HQ-SM',
  ...entry,
});

/** Sent twice, or written down with a wrong day: and how it was mended. */
export const MENDED: readonly MatterEntry[] = [
  complaint({
    id: 'dup-01',
    by: 'petition_box',
    from: 'nga',
    stage: 'registered',
    ago: 1,
    gist: 'Khiếu nại việc giữ máy pha cà phê mang theo người',
    says: 'Tôi chuyển nhà về nước, mang theo một máy pha cà phê đã dùng. Tổ hành lý nói là hàng thương mại và giữ lại. Tôi đã gửi đơn qua bưu điện, sợ thất lạc nên bỏ thêm vào thùng thư. Đề nghị trả máy.',
    asides: [
      {
        after: 1,
        what: 'merge',
        into: 'op-06',
        reason: 'Cùng người gửi, cùng nội dung với đơn đã nhận qua bưu điện.',
      },
    ],
  }),
  complaint({
    id: 'dup-02',
    by: 'forwarded',
    from: 'xe-tai',
    forwarded: { kind: 'agency', name: 'Sở Giao thông vận tải tỉnh Minh Họa' },
    stage: 'registered',
    ago: 2,
    gist: 'Khiếu nại việc cắt niêm phong khi không có mặt chủ hàng',
    says: 'Xe của công ty bị cắt niêm phong kiểm tra lúc lái xe đang làm giấy ở quầy. Khi về thì hàng đã bị xê dịch. Đề nghị xem lại trình tự kiểm tra. Ba ngày sau một xe khác của công ty cũng bị như vậy.',
    asides: [
      {
        after: 1,
        what: 'merge',
        into: 'op-03',
        reason: 'Đơn do cơ quan khác chuyển đến, cùng nội dung với đơn trong thùng thư.',
      },
      {
        after: 2,
        what: 'unmerge',
        reason: 'Đơn nêu thêm việc của xe thứ hai, chưa có trong đơn đầu; cần xem xét riêng.',
      },
    ],
  }),
  complaint({
    id: 'day-01',
    by: 'post',
    from: 'thep',
    stage: 'classified',
    ago: 4,
    misdated: 5,
    gist: 'Khiếu nại việc tính tiền chậm nộp lô thép cuộn',
    says: 'Công ty nộp đủ thuế trong hạn bảo lãnh, hệ thống ghi nhận chậm hai ngày do ngân hàng chuyển. Hải quan tính tiền chậm nộp. Đề nghị hủy thông báo tiền chậm nộp.',
    asides: [
      {
        after: 4,
        what: 'propose-day',
        later: 5,
        proof: 'postmark',
        reason:
          'Ghi nhầm ngày ghi trong đơn thành ngày nhận. Dấu bưu điện đến cho thấy đơn về muộn hơn năm ngày làm việc; cảnh báo quá hạn là do ghi nhầm.',
      },
      { after: 5, what: 'confirm-day', by: 'khanh' },
    ],
  }),
  complaint({
    id: 'day-02',
    by: 'post',
    from: 'nhua',
    stage: 'registered',
    ago: 3,
    misdated: 3,
    gist: 'Khiếu nại việc yêu cầu nộp bản gốc giấy phép đã có trên hệ thống',
    says: 'Giấy phép nhập khẩu phế liệu đã gửi qua hệ thống một cửa, công chức vẫn yêu cầu mang bản gốc đến cửa khẩu cách 40 cây số. Đề nghị cho biết căn cứ của yêu cầu này.',
    asides: [
      {
        after: 2,
        what: 'propose-day',
        later: 3,
        proof: 'mail_book',
        reason: 'Sổ văn bản đến ghi đơn về muộn hơn ngày đã nhập ba ngày làm việc.',
      },
    ],
  }),
];
