interface Told {
  readonly title: string;
  readonly detail: string;
}

/** A problem in one language: what it is, and what to do. */
export const told = (title: string, detail: string): Told => ({ title, detail });
