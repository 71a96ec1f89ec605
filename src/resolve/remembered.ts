// Functions of a text that are asked the same again and again: names recur in every report.

/** The same function, which keeps what it has given; when that is much, it begins anew. What it gives isn't to be changed. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = of(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}

const most = 50_000;
