import type { Due, PetitionKind } from '../../src/api/types.ts';
import { author } from './author.ts';
import { at, day, written } from './days.ts';
import { unitRef } from './people.ts';
import { KINDS, tell, words } from './petition.ts';
import type { Petition } from './petition.ts';
import { proposal } from './proposal.ts';

interface Seed {
  readonly number: string;
  readonly kind: PetitionKind;
  readonly gist: string | null;
  readonly received: number;
  readonly clock: Due | null;
  readonly summary?: string;
  readonly unit?: string;
  readonly signed?: boolean;
}

const SUMMARY =
  'Doanh nghiệp không đồng ý với quyết định ấn định thuế ngày 02/11/2026 đối với lô hàng máy lọc nước nhập khẩu qua cửa khẩu Sông Mây.\n\nDoanh nghiệp cho rằng mã số hàng hóa đã khai (8421.21) là đúng, đã nộp kèm chứng thư giám định, nhưng quyết định không nêu lý do bác bỏ chứng thư này.\n\nYêu cầu: hủy quyết định ấn định thuế và hoàn lại số tiền đã nộp.';

export function register(seed: Seed): Petition {
  const { number, kind, gist, received, clock, unit = 'HQ-SM', signed = true } = seed;
  const recorded = at(received + (received < -1 ? 2 : 0), '08:14');
  const petition: Petition = {
    intake: {
      number,
      revision: 0,
      declaredKind: kind,
      channel: 'post',
      senderKind: kind === 'complaint' ? 'enterprise' : 'individual',
      unit: unitRef(unit),
      respondentUnit: unitRef(unit),
      receivedOn: day(received),
      datedOn: day(received - 4),
      registeredAt: recorded,
      signed,
      legible: true,
      language: 'vi',
      gist,
      state: 'received',
      stateText: words('Mới tiếp nhận', 'Received'),
      case: null,
      file: { type: 'application/pdf', size: 482_113, hash: 'k3'.repeat(21) + 'a' },
      summary: seed.summary ?? SUMMARY,
    },
    triage: {
      number,
      revision: 0,
      state: 'taken',
      stateText: words('Chờ phân loại', 'Awaiting classification'),
      declaredKind: kind,
      kind,
      unit: unitRef(unit),
      receivedOn: day(received),
      gist,
      case: null,
      outcome: null,
      clocks: clock ? [clock] : [],
      proposal,
      notes: [],
    },
    history: [],
    sender: {
      name: 'Công ty TNHH Nước Trong (hư cấu)',
      address: 'Số 12 đường Bờ Kè, phường Sông Mây (hư cấu)',
      phone: '0000 000 012',
    },
  };
  tell(petition, {
    service: 'intake',
    type: 'PetitionRegistered',
    revision: 0,
    by: author('dung', 'receiver'),
    at: recorded,
    occurredAt: at(received, '15:30'),
    ...(received < -1 ? { reason: 'đơn giấy nhận qua bưu chính, nhập vào hệ thống sau' } : {}),
    summary: words(
      `Tiếp nhận đơn (${KINDS[kind].vi.toLowerCase()}), ngày nhận ${written(day(received))}.`,
      `Petition received (${KINDS[kind].en.toLowerCase()}), on ${written(day(received))}.`,
    ),
    changes: [
      { label: words('Đơn vị tiếp nhận', 'Received by'), value: unitRef(unit).name },
      { label: words('Hình thức', 'Channel'), value: words('Bưu chính', 'By post') },
      { label: words('Người gửi', 'Sender'), value: null, closed: 'identity' },
      { label: words('Trích yếu', 'Gist'), value: gist },
      { label: words('Nội dung', 'Content'), value: null, closed: 'working' },
    ],
    state: words('Mới tiếp nhận', 'Received'),
  });
  tell(petition, {
    service: 'triage',
    type: 'PetitionTaken',
    revision: 0,
    by: author('system:triage', 'system'),
    at: recorded,
    summary: words('Đơn đến bộ phận phân loại.', 'The petition reached classification.'),
    rules: clock
      ? [
          {
            rule: clock.rule,
            version: clock.ruleVersion,
            law: clock.law,
            legal: clock.legal,
            due: clock.due,
            explanation: clock.explanation,
          },
        ]
      : [],
  });
  return petition;
}
