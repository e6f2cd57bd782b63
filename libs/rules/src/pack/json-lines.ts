/**
 * Line numbers of the values in a JSON text, by path (`rules/3/unit`), so that whoever edits the
 * pack is sent to the line. The text must already have passed `JSON.parse`.
 */
export function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|[^\s[\]{},:"]+|\n/g);
  let line = 1;

  const next = (): string => {
    for (const [token] of tokens) {
      if (token === '\n') line += 1;
      else return token;
    }
    return '';
  };

  const readValue = (token: string, path: string): void => {
    lines.set(path, line);
    const child = (key: string | number) => (path === '' ? `${key}` : `${path}/${key}`);
    if (token === '{') {
      for (let key = next(); key !== '}' && key !== ''; key = next()) {
        readValue(next(), child(JSON.parse(key) as string));
      }
    } else if (token === '[') {
      let index = 0;
      for (let item = next(); item !== ']' && item !== ''; item = next()) {
        readValue(item, child(index));
        index += 1;
      }
    }
  };

  readValue(next(), '');
  return lines;
}
