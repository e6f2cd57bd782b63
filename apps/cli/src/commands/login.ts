import { readArgs } from '../answer.ts';
import { explained } from '../session/explain.ts';
import { signIn } from '../session/login.ts';
import { plain } from '../session/timeline.ts';

/** `localhost:3000` is an address, too: of the protocol `localhost`. */
const isOfWeb = (address: string | undefined): boolean =>
  address === undefined || /^https?:$/.test(URL.parse(address)?.protocol ?? '');

const DEFAULT_URL = 'http://localhost:3000';

export default {
  usage: {
    vi: `[--url ĐỊA-CHỈ] [--issuer ĐỊA-CHỈ]  Đăng nhập bằng mã nối thiết bị (mặc định ${DEFAULT_URL}); --issuer: nơi đăng nhập, nếu ở địa chỉ khác`,
    en: `[--url ADDRESS] [--issuer ADDRESS]  Signs in with a device code (default ${DEFAULT_URL}); --issuer: the sign-in provider, where it is at another address`,
  },

  async run(args: string[]): Promise<number> {
    const parsed = readArgs(
      {
        args,
        options: { url: { type: 'string', default: DEFAULT_URL }, issuer: { type: 'string' } },
      },
      `mb login ${this.usage.vi}\nmb login ${this.usage.en}`,
      () => true,
    );
    if (parsed === undefined) return 2;
    const { values } = parsed;
    const [wrong] = (['url', 'issuer'] as const).filter((name) => !isOfWeb(values[name]));
    if (wrong !== undefined) {
      console.error(
        `--${wrong}: phải là địa chỉ bắt đầu bằng https:// (http:// trên máy này) / must be an address that begins with https:// (http:// on this machine)`,
      );
      return 2;
    }
    return explained(async () => {
      await signIn(values, ({ address, code }) => {
        console.log(
          `Mở trang này trong trình duyệt và nhập mã / Open this page and enter the code:\n`,
        );
        console.log(`  ${plain(address)}\n  ${plain(code)}\n`);
      });
      console.log('Đã đăng nhập. / Signed in.');
      return 0;
    }, values.url);
  },
};
