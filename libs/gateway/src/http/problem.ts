import type { FastifyReply, FastifyRequest } from 'fastify';

interface Told {
  readonly title: string;
  readonly detail: string;
}

const told = (title: string, detail: string): Told => ({ title, detail });

/** What the gateway itself refuses; what services refuse passes through as they say it. */
const PROBLEMS = {
  BAD_REQUEST: {
    status: 400,
    vi: told('Yêu cầu không hợp lệ', 'Hãy kiểm tra địa chỉ và dữ liệu gửi đi.'),
    en: told('The request is not valid', 'Check the address and the data sent.'),
  },
  SIGN_IN_REQUIRED: {
    status: 401,
    vi: told('Bạn cần đăng nhập', 'Phiên làm việc đã kết thúc hoặc chưa có. Hãy đăng nhập.'),
    en: told('You need to sign in', 'There is no session, or it has ended. Sign in.'),
  },
  CROSS_SITE: {
    status: 403,
    vi: told('Yêu cầu bị từ chối', 'Yêu cầu này không đến từ trang của hệ thống.'),
    en: told('Request refused', 'This request did not come from a page of this system.'),
  },
  NOT_FOUND: {
    status: 404,
    vi: told('Không tìm thấy', 'Không có nội dung này, hoặc bạn không được xem.'),
    en: told('Not found', 'There is no such thing, or it is not yours to see.'),
  },
  ACTION_FORBIDDEN: {
    status: 403,
    vi: told(
      'Vai trò của bạn không được làm việc này',
      'Nếu đây là nhiệm vụ của bạn, hãy hỏi quản trị viên.',
    ),
    en: told('Your role may not do this', 'If this is part of your duties, ask the administrator.'),
  },
  BODY_TOO_LARGE: {
    status: 413,
    vi: told('Nội dung gửi lên quá lớn', 'Hãy rút gọn nội dung hoặc gửi tệp nhỏ hơn.'),
    en: told('The content is too large', 'Shorten it, or send a smaller file.'),
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
    vi: told('Hệ thống gặp lỗi', 'Lỗi đã được ghi lại. Hãy thử lại sau.'),
    en: told('Something went wrong here', 'It was recorded. Try again later.'),
  },
  UNAVAILABLE: {
    status: 503,
    vi: told('Dịch vụ chưa sẵn sàng', 'Chưa có gì bị mất. Hãy thử lại sau ít phút.'),
    en: told('The service is not available', 'Nothing was lost. Try again in a few minutes.'),
  },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A refusal on the way; the error handler tells it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ProblemCode,
    /** Further members of the answer; nothing personal. */
    readonly members: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** RFC 9457, in both languages at once, in the same shape as the services' own problems. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): FastifyReply {
  const { status, vi, en } = PROBLEMS[refusal.code];
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
