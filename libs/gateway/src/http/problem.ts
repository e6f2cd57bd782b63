import type { FastifyReply, FastifyRequest } from 'fastify';
import { LIST_VIEW_PROBLEMS } from '../list-views/problems.ts';
import { told } from './told.ts';

/**
 * What the gateway itself refuses, in the words in which the services refuse the same; what they
 * refuse passes through as they say it.
 */
const PROBLEMS = {
  BAD_REQUEST: {
    status: 400,
    vi: told(
      'Yêu cầu không đúng dạng',
      'Hệ thống không đọc được yêu cầu này. Hãy tải lại trang rồi thử lại.',
    ),
    en: told(
      'The request is not well formed',
      'The request could not be read. Reload the page and try again.',
    ),
  },
  SIGN_IN_REQUIRED: {
    status: 401,
    vi: told('Cần đăng nhập', 'Hãy đăng nhập rồi thử lại.'),
    en: told('You need to sign in', 'Sign in and try again.'),
  },
  CROSS_SITE: {
    status: 403,
    vi: told('Yêu cầu bị từ chối', 'Yêu cầu này không đến từ trang của hệ thống.'),
    en: told('Request refused', 'This request did not come from a page of this system.'),
  },
  NOT_FOUND: {
    status: 404,
    vi: told(
      'Không tìm thấy',
      'Không có mục này, hoặc không có quyền xem. Hãy kiểm tra lại số hoặc địa chỉ.',
    ),
    en: told(
      'Not found',
      'There is no such thing, or it is not yours to see. Check the number or the address.',
    ),
  },
  ACTION_FORBIDDEN: {
    status: 403,
    vi: told(
      'Vai trò đang giữ không được làm việc này',
      'Nếu việc này thuộc nhiệm vụ của bạn, hãy hỏi thủ trưởng đơn vị hoặc quản trị viên.',
    ),
    en: told(
      'Your role may not do this',
      'If this is part of your duties, ask the head of your unit or the administrator.',
    ),
  },
  ACCOUNTS_ELSEWHERE: {
    status: 409,
    vi: told(
      'Tài khoản không do hệ thống này cấp',
      'Hệ thống đang dùng dịch vụ đăng nhập bên ngoài. Hãy tạo tài khoản ở dịch vụ đó.',
    ),
    en: told(
      'Accounts are not made here',
      'This system signs people in by an external provider. Create the account there.',
    ),
  },
  ACCOUNT_EXISTS: {
    status: 409,
    vi: told('Người này đã có tài khoản', 'Không thể mời lại người đã có tài khoản.'),
    en: told(
      'This person has an account already',
      'A person with an account is not invited again.',
    ),
  },
  INVITATION_SAME_PERSON: {
    status: 403,
    vi: told(
      'Lời mời cần hai quản trị viên khác nhau',
      'Người tạo liên kết và người được mời không được lấy mã, và không ai được tự mời mình. Hãy nhờ một quản trị viên khác.',
    ),
    en: told(
      'An invitation takes two different administrators',
      'Neither the inviter nor the invited person gets the code, and nobody invites themselves. Ask another administrator.',
    ),
  },
  INVITATION_NOT_OPEN: {
    status: 409,
    vi: told(
      'Không có lời mời nào đang chờ cho người này',
      'Lời mời đã được dùng, đã hết hạn hoặc chưa được tạo. Hãy tạo lời mời mới nếu cần.',
    ),
    en: told(
      'No invitation of this person is open',
      'It was used, has expired or was never made. Invite the person again if needed.',
    ),
  },
  INVITATION_CODE_GIVEN: {
    status: 409,
    vi: told(
      'Mã của lời mời này đã được cấp',
      'Mã chỉ hiện một lần. Nếu mã bị mất, hãy mời lại: lời mời mới sẽ thay lời mời này.',
    ),
    en: told(
      'The code of this invitation was given already',
      'A code is shown once. If it was lost, invite the person again: that ends this invitation.',
    ),
  },
  PERSON_UNKNOWN: {
    status: 404,
    vi: told(
      'Không có người này trong danh bạ',
      'Hãy ghi người này trước (mb record). Nếu vừa ghi xong, hãy thử lại sau vài giây.',
    ),
    en: told(
      'The directory has no such person',
      'Record the person first (mb record). If that was just now, try again in a few seconds.',
    ),
  },
  PERSON_OF_ANOTHER_PROVIDER: {
    status: 409,
    vi: told(
      'Người này đăng nhập ở dịch vụ khác',
      'Mục "issuer" của người này không phải địa chỉ đăng nhập của hệ thống này. Hãy ghi lại với đúng địa chỉ.',
    ),
    en: told(
      'This person signs in elsewhere',
      'The "issuer" recorded for this person is not the sign-in of this system. Record it again as it should be.',
    ),
  },
  ...LIST_VIEW_PROBLEMS,
  FOREIGN_POSITION: {
    status: 400,
    vi: told(
      'Vị trí chờ không hợp lệ',
      'Hãy gửi lại đúng giá trị đã nhận, hoặc bỏ đi rồi tải lại.',
    ),
    en: told(
      'The position to wait for is not valid',
      'Send the position as it was received, or leave it out and reload.',
    ),
  },
  BROKEN_OFF: {
    status: 400,
    vi: told('Yêu cầu bị ngắt giữa chừng', 'Chưa có gì được ghi. Hãy thử lại.'),
    en: told('The request broke off', 'Nothing was recorded. Try again.'),
  },
  BODY_TOO_SLOW: {
    status: 408,
    vi: told(
      'Nội dung gửi lên quá chậm',
      'Chưa có gì được ghi. Hãy kiểm tra đường truyền rồi gửi lại.',
    ),
    en: told(
      'The content came too slowly',
      'Nothing was recorded. Check the connection, then send again.',
    ),
  },
  BODY_TOO_LARGE: {
    status: 413,
    vi: told(
      'Nội dung gửi lên quá lớn',
      'Hãy rút gọn nội dung hoặc gửi tài liệu dưới dạng tệp đính kèm.',
    ),
    en: told(
      'The content is too large',
      'Shorten the content, or send documents as attached files.',
    ),
  },
  WRONG_HOST: {
    status: 421,
    vi: told('Sai địa chỉ máy chủ', 'Hãy mở hệ thống bằng địa chỉ chính thức.'),
    en: told('Wrong host', 'Open the system by its official address.'),
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    vi: told('Quá nhiều yêu cầu', 'Hãy chờ một phút rồi thử lại.'),
    en: told('Too many requests', 'Wait a minute and try again.'),
  },
  INTERNAL: {
    status: 500,
    vi: told(
      'Hệ thống gặp lỗi',
      'Lỗi đã được ghi lại. Hãy thử lại; nếu vẫn lỗi, báo cho bộ phận vận hành mã ở mục "instance".',
    ),
    en: told(
      'Something went wrong here',
      'The fault has been recorded. Try again; if it stays, tell operations the id in "instance".',
    ),
  },
  BUSY: {
    status: 503,
    vi: told(
      'Hệ thống đang có quá nhiều yêu cầu',
      'Chưa có gì được ghi. Hãy thử lại sau vài giây.',
    ),
    en: told(
      'Too much is being asked right now',
      'Nothing was recorded. Try again in a few seconds.',
    ),
  },
  UNAVAILABLE: {
    status: 503,
    vi: told(
      'Hệ thống tạm thời chưa phục vụ được',
      'Hãy thử lại sau ít phút. Gửi lại ngay trên biểu mẫu đang mở là an toàn.',
    ),
    en: told(
      'The service is not available right now',
      'Try again in a few minutes. Sending again with the same Idempotency-Key is safe.',
    ),
  },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A refusal on the way; the error handler tells it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ProblemCode,
    /** Further members of the answer; nothing personal. */
    readonly members: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions & { readonly retryAfter?: number },
  ) {
    super(code, options);
    this.retryAfter = options?.retryAfter;
  }

  get statusCode(): number {
    return PROBLEMS[this.code].status;
  }
}

/** Seconds after which it is worth asking again, unless the refusal knows better. */
const RETRY_AFTER: Readonly<Record<number, number>> = { 408: 1, 429: 60, 503: 5 };

/** RFC 9457, in both languages at once, in the same shape as the services' own problems. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): FastifyReply {
  const { status, vi, en } = PROBLEMS[refusal.code];
  const retryAfter = refusal.retryAfter ?? RETRY_AFTER[status];
  if (retryAfter !== undefined && !reply.hasHeader('retry-after'))
    void reply.header('retry-after', String(retryAfter));
  // What is still on its way will not be waited for.
  if (status === 408) void reply.header('connection', 'close');
  const english = request.headers['accept-language']?.trim().toLowerCase().startsWith('en');
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send({
      ...refusal.members,
      type: `urn:minh-bach:problem:${refusal.code.toLowerCase().replaceAll('_', '-')}`,
      ...(english ? en : vi),
      status,
      instance: `urn:uuid:${request.id}`,
      code: refusal.code,
      vi,
      en,
    });
}
