/** A function that calls `make` at its first use and then returns the same result. After a failure, it calls `make` again at its next use. */
export function keepUnlessFailed<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null;
  return () => {
    if (made !== null) return made;
    const making = make();
    making.catch(() => (made = null));
    return (made = making);
  };
}
