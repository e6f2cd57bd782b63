// Written so that an old Node can still read it: no `node:` imports, nothing newer than ES2015.

/** Says in one line what is wrong when this Node is too old, and whether it is new enough. */
export function nodeIsNewEnough(version, complain) {
  const parts = version.split('.').map(Number);
  const enough = parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19);
  if (!enough) {
    complain(
      `Cần Node.js 20.19 trở lên; máy này đang dùng ${version}. Tải bản mới tại https://nodejs.org. / ` +
        `Node.js 20.19 or newer is needed; this is ${version}. Get it from https://nodejs.org.`,
    );
  }
  return enough;
}
