/** Says now and then how far the demo's matters are: the first start makes them. */
export function furnishing(say: (line: string) => void = console.log) {
  let tenths = -1;
  return (done: number, of: number): void => {
    const now = Math.floor((done * 10) / of);
    if (now === tenths) return;
    tenths = now;
    say(`  Đang tạo đơn thử, chỉ lần chạy đầu / making the demo's petitions, once: ${now * 10} %`);
  };
}
