/** What a problem answer says to people, in both languages. */
export function problemText(body: unknown): string {
  const told = (language: 'vi' | 'en') => {
    const part: unknown = Reflect.get(Object(body), language);
    const { title, detail } = Object(part) as { title?: unknown; detail?: unknown };
    return [title, detail].filter((text) => typeof text === 'string').join('. ');
  };
  return `${told('vi')}\n${told('en')}`.trim();
}

/** The same of an answer that was refused; its status where it says nothing. */
export async function problemOf(response: Response): Promise<string> {
  const said = problemText(await response.json().catch(() => undefined));
  return said === '' ? `HTTP ${response.status}` : said;
}
