interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly flags: string;
}

export interface Visit {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | URLSearchParams | FormData;
}

/** As much of a browser as signing in needs: cookies by path, redirects, forms. For specs. */
export class Browser {
  cookies: Cookie[] = [];

  constructor(readonly origin: string) {}

  /** One request, no redirect followed. */
  async send(to: string, { method = 'GET', headers = {}, body }: Visit = {}): Promise<Response> {
    const url = new URL(to, this.origin);
    const cookie = this.cookies
      .filter(
        ({ path }) => path === '/' || url.pathname === path || url.pathname.startsWith(`${path}/`),
      )
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(url, {
      method,
      headers: cookie === '' ? headers : { cookie, ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    response.headers.getSetCookie().forEach((line) => this.#store(line, url.pathname));
    return response;
  }

  /** Follows redirects to the page at the end. */
  async open(to: string): Promise<{ response: Response; url: string; text: string }> {
    let url = new URL(to, this.origin).href;
    for (let hops = 0; hops < 12; hops += 1) {
      const response = await this.send(url);
      const location = response.headers.get('location');
      if (location === null) return { response, url, text: await response.text() };
      url = new URL(location, url).href;
    }
    throw new Error(`too many redirects from ${to}`);
  }

  /** Sends a form and stays there. */
  submit(
    to: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.send(to, {
      method: 'POST',
      headers: { origin: this.origin, ...headers },
      body: new URLSearchParams(fields),
    });
  }

  /** Through the whole sign-in. @returns the last page's address */
  async signIn(username: string, password: string, to = '/'): Promise<string> {
    const { url } = await this.open(`/auth/login?to=${encodeURIComponent(to)}`);
    const answer = await this.submit(url, { username, password });
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`sign-in answered ${answer.status}`);
    return (await this.open(next)).url;
  }

  /** Types the code of a device and agrees. @returns the page at the end */
  async connectDevice(code: string, username: string, password: string): Promise<string> {
    const asked = await this.open('/oidc/device');
    const confirm = await this.submit('/oidc/device', {
      ...hiddenFields(asked.text),
      user_code: code,
    });
    const confirmed = await this.submit('/oidc/device', hiddenFields(await confirm.text()));
    const { url } = await this.open(confirmed.headers.get('location') ?? '');
    const answer = await this.submit(url, { username, password });
    return (await this.open(answer.headers.get('location') ?? '')).text;
  }

  cookie(name: string): Cookie | undefined {
    return this.cookies.find((each) => each.name === name);
  }

  #store(line: string, from: string): void {
    const [, name = '', value = '', flags = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(line) ?? [];
    const path = /; ?path=([^;]+)/i.exec(flags)?.[1] ?? from;
    this.cookies = this.cookies.filter((each) => each.name !== name || each.path !== path);
    const gone = /max-age=0/i.test(flags) || /expires=Thu, 01 Jan 1970/i.test(flags);
    if (!gone) this.cookies.push({ name, value, path, flags });
  }
}

/** The fields that a page's form sends along unseen. */
export const hiddenFields = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
