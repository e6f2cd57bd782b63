export type Language = 'vi' | 'en';

/** Everything that the pages of signing in say. */
export const WORDS = {
  vi: {
    language: 'English',
    product: 'Minh Bạch',
    motto: 'Tiếp nhận và giải quyết đơn của Hải quan',
    skip: 'Đến nội dung chính',
    signIn: 'Đăng nhập',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    wrong: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy nhập lại cả hai.',
    wait: (seconds: number) =>
      `Đã nhập sai nhiều lần. Hãy chờ ${seconds} giây rồi thử lại. Tài khoản không bị khóa.`,
    crowded: (seconds: number) =>
      `Đang có quá nhiều lượt đăng nhập nên mật khẩu chưa được kiểm tra. Hãy chờ khoảng ${seconds} giây rồi nhập lại mật khẩu. Tài khoản không bị khóa.`,
    demo: 'Bản dùng thử: tên đăng nhập và mật khẩu mẫu hiện ở cửa sổ đã khởi động chương trình.',
    errorTitle: 'Có lỗi cần sửa',
    expired: 'Phiên đăng nhập này đã hết hạn',
    expiredHint: 'Hãy mở lại trang đăng nhập từ đầu.',
    again: 'Đăng nhập lại',
    failed: 'Không thể tiếp tục đăng nhập',
    failedHint: 'Yêu cầu đăng nhập không hợp lệ hoặc đã được dùng. Hãy bắt đầu lại.',
    busy: 'Quá nhiều yêu cầu',
    busyHint:
      'Mạng của bạn vừa gửi quá nhiều yêu cầu đăng nhập. Hãy chờ một phút rồi thử lại. Tài khoản không bị khóa.',
    unavailable: 'Tạm thời chưa đăng nhập được',
    unavailableHint:
      'Hệ thống đang gặp trục trặc. Hãy thử lại sau ít phút; nếu vẫn không được, hãy báo cho bộ phận vận hành.',
    codesWrong: 'Đã nhập sai mã nhiều lần',
    codesWrongHint:
      'Hãy chờ vài phút rồi nhập lại mã. Nếu mã đã hết hạn, hãy chạy lại lệnh “mb login” để lấy mã mới.',
    codeAgain: 'Nhập lại mã',
    deviceTitle: 'Nối thiết bị',
    deviceHint: 'Nhập mã đang hiện trên thiết bị của bạn, ví dụ BCDF-GHJK.',
    deviceCode: 'Mã nối thiết bị',
    deviceWrong: 'Mã không đúng hoặc đã hết hạn. Hãy xem lại mã trên thiết bị.',
    deviceAborted: 'Đã từ chối. Thiết bị không được nối.',
    next: 'Tiếp tục',
    confirmTitle: 'Xác nhận nối thiết bị',
    confirmHint:
      'Chỉ xác nhận nếu chính bạn vừa chạy lệnh “mb login” và mã dưới đây trùng với mã trên màn hình đó. Ở bước tiếp theo, bạn đăng nhập bằng tên và mật khẩu của mình; thiết bị sẽ làm việc dưới tên người đăng nhập.',
    confirm: 'Đúng mã, nối thiết bị',
    abort: 'Không phải tôi, từ chối',
    doneTitle: 'Đã nối thiết bị',
    doneHint: (username: string) =>
      `Thiết bị làm việc dưới tên đăng nhập “${username}”. Có thể đóng trang này và quay lại cửa sổ lệnh.`,
    firstTitle: 'Tạo người quản trị đầu tiên',
    firstHint: 'Liên kết này chỉ dùng được một lần.',
    fullName: 'Họ và tên',
    usernameHint: 'Từ 2 ký tự: chữ không dấu, chữ số, dấu chấm, gạch nối.',
    passwordHint:
      'Từ 15 đến 128 ký tự. Không bắt buộc chữ hoa, số hay ký hiệu; một câu dài dễ nhớ là tốt nhất.',
    repeat: 'Nhập lại mật khẩu',
    create: 'Tạo người quản trị',
    inviteTitle: 'Tạo tài khoản của bạn',
    inviteHint:
      'Cần có liên kết này và một mã, do hai quản trị viên khác nhau trao. Mỗi thứ chỉ dùng được một lần.',
    inviteCode: 'Mã mời',
    inviteCodeHint:
      'Gồm 8 chữ cái, ví dụ BCDF-GHJK, do quản trị viên thứ hai trao tận tay hoặc đọc qua điện thoại. Nhập sai 5 lần thì lời mời hết hiệu lực.',
    inviteCreate: 'Tạo tài khoản',
    inviteDone: 'Đã tạo tài khoản',
    inviteDoneHint: 'Từ nay hãy đăng nhập bằng tên và mật khẩu vừa đặt.',
    linkDead: 'Liên kết không còn dùng được',
    linkDeadHint:
      'Liên kết đã được dùng, đã hết hạn, không đúng, hoặc đã nhập sai mã nhiều lần. Nếu chưa có tài khoản, hãy xin quản trị viên một liên kết mới. Nếu chưa có quản trị viên nào, khởi động lại chương trình sẽ in một liên kết mới.',
    firstDone: 'Đã tạo người quản trị',
    firstDoneHint: 'Từ nay hãy đăng nhập bằng tên và mật khẩu vừa đặt.',
    NAME_MISSING: 'Hãy nhập họ và tên.',
    CODE_WRONG:
      'Mã mời không đúng. Hãy kiểm tra lại với quản trị viên đã trao mã; đừng thử đoán, vì sai 5 lần thì lời mời hết hiệu lực.',
    BAD_USERNAME:
      'Tên đăng nhập chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối, từ 2 đến 64 ký tự.',
    USERNAME_TAKEN: 'Tên đăng nhập này đã có người dùng.',
    NOT_THE_SAME: 'Hai lần nhập mật khẩu không giống nhau.',
    TOO_SHORT: 'Mật khẩu phải có ít nhất 15 ký tự.',
    TOO_LONG: 'Mật khẩu được có nhiều nhất 128 ký tự.',
    TOO_SIMPLE: 'Mật khẩu này quá dễ đoán. Hãy chọn một câu khác.',
    CONTAINS_USERNAME: 'Mật khẩu không được chứa tên đăng nhập.',
    CROWDED:
      'Hệ thống đang bận nên chưa tạo được tài khoản. Hãy chờ khoảng 10 giây rồi nhập lại mật khẩu. Liên kết vẫn còn dùng được.',
  },
  en: {
    language: 'Tiếng Việt',
    product: 'Minh Bạch',
    motto: 'Petitions and complaints at Customs',
    skip: 'Skip to main content',
    signIn: 'Sign in',
    username: 'User name',
    password: 'Password',
    wrong: 'The user name or the password is not right. Enter both again.',
    wait: (seconds: number) =>
      `Too many wrong entries. Wait ${seconds} seconds and try again. The account is not locked.`,
    crowded: (seconds: number) =>
      `Too many people are signing in, so your password has not been checked yet. Wait about ${seconds} seconds, then enter the password again. The account is not locked.`,
    demo: 'Trial version: the window that started the program shows the demo names and their password.',
    errorTitle: 'There is a problem',
    expired: 'This sign-in has expired',
    expiredHint: 'Open the sign-in page again from the start.',
    again: 'Sign in again',
    failed: 'Signing in cannot go on',
    failedHint: 'The sign-in request is not valid or was used already. Start again.',
    busy: 'Too many requests',
    busyHint:
      'Your network has sent too many sign-in requests. Wait a minute, then try again. The account is not locked.',
    unavailable: 'Signing in is not possible right now',
    unavailableHint:
      'Something is wrong with the system. Try again in a few minutes; if it stays, tell operations.',
    codesWrong: 'Too many wrong codes',
    codesWrongHint:
      'Wait a few minutes, then enter the code again. If the code has expired, run “mb login” again for a new one.',
    codeAgain: 'Enter the code again',
    deviceTitle: 'Connect a device',
    deviceHint: 'Enter the code that your device shows, for example BCDF-GHJK.',
    deviceCode: 'Device code',
    deviceWrong: 'The code is wrong or has expired. Look at the device again.',
    deviceAborted: 'Refused. The device was not connected.',
    next: 'Continue',
    confirmTitle: 'Confirm the device',
    confirmHint:
      'Confirm only if you have just run “mb login” yourself and the code below is the one on that screen. Next, you sign in with your own name and password; the device will act for the person who signs in.',
    confirm: 'The code is right, connect',
    abort: 'It was not me, refuse',
    doneTitle: 'Device connected',
    doneHint: (username: string) =>
      `The device acts for the user name “${username}”. You can close this page and go back to the command window.`,
    firstTitle: 'Create the first administrator',
    firstHint: 'This link works once.',
    fullName: 'Full name',
    usernameHint: 'From 2 signs: plain letters, digits, dot, hyphen.',
    passwordHint:
      '15 to 128 signs. No capitals, digits or symbols are required; a long sentence that you remember is best.',
    repeat: 'Password again',
    create: 'Create the administrator',
    inviteTitle: 'Create your account',
    inviteHint:
      'You need this link and a code. Two different administrators hand them to you, and each works once.',
    inviteCode: 'Invitation code',
    inviteCodeHint:
      '8 letters, for example BCDF-GHJK. The second administrator gives it to you in person or by telephone. Five wrong codes end the invitation.',
    inviteCreate: 'Create the account',
    inviteDone: 'Account created',
    inviteDoneHint: 'From now on sign in with the name and the password you have just set.',
    linkDead: 'This link no longer works',
    linkDeadHint:
      'It was used, has expired, is not right, or had too many wrong codes. Without an account yet, ask your administrator for a new one. Where there is no administrator yet, starting the program again prints a new one.',
    firstDone: 'Administrator created',
    firstDoneHint: 'From now on sign in with the name and the password you have just set.',
    NAME_MISSING: 'Enter the full name.',
    CODE_WRONG:
      'The invitation code is not right. Check it with the administrator who gave it to you; do not guess, since five wrong codes end the invitation.',
    BAD_USERNAME: 'A user name has plain letters, digits, dots and hyphens, 2 to 64 signs.',
    USERNAME_TAKEN: 'This user name is taken.',
    NOT_THE_SAME: 'The two passwords are not the same.',
    TOO_SHORT: 'The password needs at least 15 signs.',
    TOO_LONG: 'The password may have at most 128 signs.',
    TOO_SIMPLE: 'This password is too easy to guess. Choose another sentence.',
    CONTAINS_USERNAME: 'The password must not contain the user name.',
    CROWDED:
      'The system is busy, so the account was not created yet. Wait about 10 seconds, then enter the password again. The link still works.',
  },
} as const;

export type Words = (typeof WORDS)[Language];
